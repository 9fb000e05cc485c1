package io.onhook.cancellation;

import io.onhook.engine.Cases;
import io.onhook.line.Line;
import io.onhook.notice.Notice;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Switching;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.shared.Msisdn;
import io.onhook.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for the porting hub: the new operator redeems a code, and the line ends within the
 * pack's time, without review and without notice. The holder said so by handing the code over.
 */
@Component
public final class Redeeming {
  private final CancellationStore store;
  private final SwitchCodeStore codes;
  private final TransactionTemplate transaction;
  private final Standings standings;
  private final Receiving receiving;
  private final Beginning beginning;
  private final Cases cases;
  private final Vault vault;
  private final Packs packs;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  Redeeming(
      DataSource database,
      PlatformTransactionManager transactions,
      Standings standings,
      Receiving receiving,
      Beginning beginning,
      Cases cases,
      Vault vault,
      Packs packs,
      Clock clock) {
    this.store = new CancellationStore(JdbcClient.create(database));
    this.codes = new SwitchCodeStore(JdbcClient.create(database));
    this.transaction = new TransactionTemplate(transactions);
    this.standings = standings;
    this.receiving = receiving;
    this.beginning = beginning;
    this.cases = cases;
    this.vault = vault;
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * Redeems a code. Repeating it is harmless: the same code has one case.
   *
   * @param typed in any case, with or without spaces
   */
  public RedeemAnswer redeem(Msisdn number, String typed, Actor hub) {
    Switching rule = packs.current().switching();
    Optional<SwitchCodeStore.Row> code = codes.find(SwitchCodes.digest(vault, number, typed));
    if (rule == null || code.isEmpty()) {
      return new RedeemAnswer.NoSuchCode();
    }
    CaseReference before = code.get().reference();
    if (before != null) {
      return redeemed(before);
    }
    Instant now = clock.instant();
    if (now.isAfter(code.get().goodUntil())) {
      return new RedeemAnswer.Expired(code.get().goodUntil());
    }
    return switch (standings.of(code.get().line())) {
      case Answer.Got<Optional<Standing>>(Optional<Standing> standing) ->
          standing
              .filter(it -> isTheirs(it.line(), code.get(), number))
              .map(it -> begin(code.get(), it, rule, hub, now))
              .orElseGet(RedeemAnswer.NoSuchCode::new);
      case Answer.Failed<Optional<Standing>>(var fault) -> new RedeemAnswer.Unavailable();
      case Answer.Silent<Optional<Standing>>(var fault) -> new RedeemAnswer.Unavailable();
    };
  }

  /** A line that was given on, or has another number now, is not the code's any more. */
  private static boolean isTheirs(Line line, SwitchCodeStore.Row code, Msisdn number) {
    return line.msisdn().equals(number) && line.holder().partyId().equals(code.partyId());
  }

  private RedeemAnswer begin(
      SwitchCodeStore.Row code, Standing standing, Switching rule, Actor hub, Instant now) {
    Cancellation it = cancellation(code, standing, rule, hub, now);
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              RedeemAnswer answer = stored(code, it, standing.line());
              if (!(answer instanceof RedeemAnswer.Redeemed(var reference, var endsAt))
                  || !reference.equals(it.reference())) {
                status.setRollbackOnly();
              }
              return answer;
            }));
  }

  private RedeemAnswer stored(SwitchCodeStore.Row code, Cancellation it, Line line) {
    if (!codes.redeem(code.digest(), it.reference())) {
      return redeemed(Objects.requireNonNull(codes.find(code.digest()).orElseThrow().reference()));
    }
    return beginning
        .begin(it, line.msisdn(), it.applicant().submittedBy())
        .<RedeemAnswer>map(RedeemAnswer.AlreadyOpen::new)
        .orElseGet(() -> new RedeemAnswer.Redeemed(it.reference(), it.endsAt()));
  }

  private RedeemAnswer redeemed(CaseReference reference) {
    var row = store.find(reference).orElseThrow();
    Cancellation it = cases.find(row.caseId()).orElseThrow().state(Cancellation.class);
    return new RedeemAnswer.Redeemed(reference, it.endsAt());
  }

  private Cancellation cancellation(
      SwitchCodeStore.Row code, Standing standing, Switching rule, Actor hub, Instant now) {
    Pack pack = packs.current();
    Line line = standing.line();
    var eligibility =
        new Assessment(pack, standing.with(Standing.Identity.MATCHES), now).assess(null);
    var request =
        new CancelLine(
            line.id(),
            line.holder().name(),
            Applicant.DECLARED,
            Applicant.DECLARED,
            null,
            contact(line.holder()),
            null,
            Language.EN,
            code.kind() == Switching.Code.PAC
                ? SwitchCodes.WITH_NUMBER
                : SwitchCodes.WITHOUT_NUMBER);
    var it =
        receiving.receive(
            CaseReference.random(random), request, line, pack, eligibility, hub, null, now);
    return it.endingBy(pack.days().after(now, rule.endsWithin()));
  }

  /** Another contact of the account; by post to its address where it has none. */
  private static Contact contact(Line.Holder holder) {
    return holder
        .email()
        .map(email -> new Contact(Notice.Channel.EMAIL, email, null))
        .or(
            () ->
                holder
                    .otherPhone()
                    .map(phone -> new Contact(Notice.Channel.SMS, phone.e164(), null)))
        .orElseGet(() -> new Contact(Notice.Channel.LETTER, holder.name(), null));
  }
}
