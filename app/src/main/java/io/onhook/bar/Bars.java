package io.onhook.bar;

import io.onhook.engine.CaseId;
import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.engine.Signal;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.line.Lines;
import io.onhook.notice.Notice;
import io.onhook.notice.Notice.Channel;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.Language;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module's door: bar a line at once, see whether it is, lift it. Doors check who may. */
@Component
public final class Bars {
  private static final int ID_BYTES = 12;
  private static final int LONGEST_WHY = 1000;

  private final BarStore store;
  private final TransactionTemplate transaction;
  private final Cases cases;
  private final Lines lines;
  private final Vault vault;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  Bars(
      DataSource database,
      PlatformTransactionManager transactions,
      Cases cases,
      Lines lines,
      Vault vault,
      Clock clock) {
    this.store = new BarStore(JdbcClient.create(database));
    this.transaction = new TransactionTemplate(transactions);
    this.cases = cases;
    this.lines = lines;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Bars a line. Known to be durable once it answers; the network follows at once.
   *
   * @param why in the asker's words, for colleagues; at most 1000 characters, may be empty
   * @param language of the notices to the account's other contacts
   */
  public BarAnswer bar(LineId line, Bar.Reason reason, String why, Language language, Actor actor) {
    return switch (lines.byId(line)) {
      case Answer.Got<Optional<Line>>(var found) ->
          found
              .filter(it -> it.status() != Line.Status.TERMINATED)
              .map(it -> bar(it, reason, why, language, actor))
              .orElseGet(BarAnswer.NoSuchLine::new);
      case Answer.Failed<Optional<Line>> failed -> new BarAnswer.Unavailable();
      case Answer.Silent<Optional<Line>> silent -> new BarAnswer.Unavailable();
    };
  }

  private BarAnswer bar(Line line, Bar.Reason reason, String why, Language language, Actor actor) {
    if (line.holder().partyId().equals(actor.id())) {
      return new BarAnswer.OwnLine();
    }
    LineBar state = state(line, language);
    Sealed sealed = vault.seal(LineBar.key(state.id()), cut(why));
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              CaseId id = cases.start(LineBarProcess.LINE_BAR, state.id(), state, actor);
              if (!store.add(state.id(), id, line.id(), reason, sealed, actor, clock.instant())) {
                status.setRollbackOnly();
                return new BarAnswer.AlreadyBarred(on(line.id()).orElseThrow());
              }
              return new BarAnswer.Asked(on(line.id()).orElseThrow());
            }));
  }

  private static String cut(String why) {
    return why.strip().substring(0, Math.min(LONGEST_WHY, why.strip().length()));
  }

  private LineBar state(Line line, Language language) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    var contacts =
        Stream.concat(
                line
                    .holder()
                    .otherPhone()
                    .filter(phone -> !phone.equals(line.msisdn()))
                    .map(phone -> route(id, Channel.SMS, phone.e164()))
                    .stream(),
                line.holder().email().map(mail -> route(id, Channel.EMAIL, mail)).stream())
            .toList();
    return new LineBar(
        id,
        line.id(),
        line.imsi(),
        vault.seal(LineBar.key(id), line.msisdn().e164()),
        line.msisdn().masked(),
        language,
        contacts,
        null,
        false);
  }

  private Notice.Route route(String id, Channel channel, String address) {
    return new Notice.Route(channel, vault.seal(LineBar.key(id), address));
  }

  /** Lifts the bar that is on the line for this reason. */
  public LiftAnswer lift(LineId line, Bar.Reason reason, Actor actor) {
    Optional<BarStore.Row> open = store.open(line);
    if (open.isEmpty()) {
      return new LiftAnswer.NotBarred();
    }
    if (open.get().reason() != reason) {
      return new LiftAnswer.ForAnotherReason();
    }
    transaction.executeWithoutResult(
        status -> {
          store.liftedBy(open.get().id(), actor);
          cases.signal(open.get().caseId(), lifting(actor));
        });
    return new LiftAnswer.Asked();
  }

  static Signal lifting(Actor actor) {
    return new Signal(LineBarProcess.LIFT, LineBarProcess.LIFT, actor, "{}");
  }

  /** The bar that is on the line now, or about to be. */
  public Optional<Bar> on(LineId line) {
    return store.open(line).map(this::shown);
  }

  /** All bars of a line, the newest first. */
  public List<Bar> ofLine(LineId line) {
    return store.ofLine(line).stream().map(this::shown).toList();
  }

  private Bar shown(BarStore.Row row) {
    return new Bar(
        row.id(),
        row.line(),
        row.reason(),
        vault.open(row.why()).orElse(""),
        row.by(),
        row.at(),
        row.overAt().isPresent() ? Bar.Standing.OVER : standing(row),
        row.liftedBy(),
        row.overAt());
  }

  private Bar.Standing standing(BarStore.Row row) {
    CaseView it = cases.find(row.caseId()).orElseThrow();
    if (it.standing() == CaseView.Standing.PARKED) {
      return Bar.Standing.STUCK;
    }
    return switch (it.step().orElse("")) {
      case LineBarProcess.REMEMBER, LineBarProcess.BAR -> Bar.Standing.BEING_BARRED;
      case LineBarProcess.RESTORE -> Bar.Standing.BEING_LIFTED;
      case "" -> Bar.Standing.OVER;
      default -> row.liftedBy().isPresent() ? Bar.Standing.BEING_LIFTED : Bar.Standing.BARRED;
    };
  }
}
