package io.onhook.cancellation;

import io.onhook.engine.Cases;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.notice.Notice;
import io.onhook.policy.Acting;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked: for reviewers, who compare them, and for sign-in by reference, which reaches them. */
@Component
public final class Applicants {
  private final CancellationStore store;
  private final Cases cases;
  private final Vault vault;

  Applicants(DataSource database, Cases cases, Vault vault) {
    this.store = new CancellationStore(JdbcClient.create(database));
    this.cases = cases;
    this.vault = vault;
  }

  /**
   * Where the applicant of a case is reached. For sending a code there; never to be shown.
   *
   * @param partyId the registered holder
   * @param line the line of the case
   * @param channel how
   * @param address plain
   */
  public record Reach(String partyId, LineId line, Notice.Channel channel, String address) {
    /** Never the address. */
    @Override
    public String toString() {
      return "Reach[" + channel + "]";
    }
  }

  /**
   * What a reviewer compares; empty if there is no such case, the asker is a holder, or the data is
   * erased.
   *
   * @param registered the holder as registered now; null if not known, and then nothing matches
   */
  public Optional<Application> application(
      CaseReference reference, Actor staff, Line.@Nullable Holder registered) {
    if (staff.kind() == Actor.Kind.HOLDER) {
      return Optional.empty();
    }
    return state(reference).flatMap(it -> application(it.applicant(), registered));
  }

  /** Where the applicant is reached; empty if there is no such case, or it is erased. */
  public Optional<Reach> reach(CaseReference reference) {
    return state(reference)
        .flatMap(
            it ->
                vault
                    .open(it.applicant().contact().address())
                    .map(
                        address ->
                            new Reach(
                                it.subject().partyId(),
                                it.subject().line(),
                                it.applicant().contact().channel(),
                                address)));
  }

  private Optional<Cancellation> state(CaseReference reference) {
    return store
        .find(reference)
        .flatMap(row -> cases.find(row.caseId()))
        .map(view -> view.state(Cancellation.class));
  }

  private Optional<Application> application(Applicant it, Line.@Nullable Holder registered) {
    Optional<String> name = vault.open(it.name());
    Optional<String> number = vault.open(it.documentNumber());
    Optional<String> contact = vault.open(it.contact().address());
    if (name.isEmpty() || number.isEmpty() || contact.isEmpty()) {
      return Optional.empty();
    }
    boolean matches =
        registered != null
            && HolderMatch.compare(registered, name.get(), it.documentKind(), number.get())
                == Standing.Identity.MATCHES;
    Sealed account = it.refundAccount();
    return Optional.of(
        new Application(
            name.get(),
            it.documentKind(),
            masked(number.get(), 2),
            matches,
            it.contact().channel().name().toLowerCase(Locale.ROOT),
            maskedContact(contact.get()),
            account == null ? "" : vault.open(account).map(card -> masked(card, 0)).orElse(""),
            by(it.onBehalf())));
  }

  private Application.@Nullable By by(@Nullable OnBehalf who) {
    return who == null
        ? null
        : new Application.By(
            who.acting().key(),
            vault.open(who.name()).orElse(""),
            who.documentKind(),
            vault.open(who.documentNumber()).map(number -> masked(number, 2)).orElse(""),
            who.relation(),
            who.mandateUntil());
  }

  /** In what role it was asked for; the holder's if there is no such case. */
  public Acting acting(CaseReference reference) {
    return state(reference)
        .flatMap(it -> Optional.ofNullable(it.applicant().onBehalf()))
        .map(OnBehalf::acting)
        .orElse(Acting.HOLDER);
  }

  private static String maskedContact(String address) {
    int at = address.indexOf('@');
    return at < 0 ? masked(address, 4) : address.charAt(0) + "••••" + address.substring(at);
  }

  /** So many characters at the head, four at the end. */
  private static String masked(String text, int head) {
    return text.length() <= head + 4
        ? "••••"
        : text.substring(0, head) + "••••" + text.substring(text.length() - 4);
  }
}
