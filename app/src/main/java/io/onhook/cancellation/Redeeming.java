package io.onhook.cancellation;

import io.onhook.engine.Cases;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.policy.Packs;
import io.onhook.policy.Switching;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Fault;
import io.onhook.shared.Msisdn;
import io.onhook.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for the porting hub: the new operator redeems a code, and the line ends within the
 * pack's time, without review and without notice. The holder said so by handing the code over, and
 * that outdoes a cancellation that is open: see {@link SwitchOver}.
 */
@Component
public final class Redeeming {
  private final CancellationStore store;
  private final SwitchCodeStore codes;
  private final TransactionTemplate transaction;
  private final Standings standings;
  private final Switched switched;
  private final Beginning beginning;
  private final Cases cases;
  private final Vault vault;
  private final OddAmounts oddAmounts;
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
      OddAmounts oddAmounts,
      Vault vault,
      Packs packs,
      Clock clock) {
    this.store = new CancellationStore(JdbcClient.create(database));
    this.codes = new SwitchCodeStore(JdbcClient.create(database));
    this.transaction = new TransactionTemplate(transactions);
    this.standings = standings;
    this.switched = new Switched(receiving, packs);
    this.beginning = beginning;
    this.cases = cases;
    this.oddAmounts = oddAmounts;
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
      case Answer.Failed<Optional<Standing>>(var fault) -> away(code.get().line(), fault, hub);
      case Answer.Silent<Optional<Standing>>(var fault) -> away(code.get().line(), fault, hub);
    };
  }

  private RedeemAnswer away(LineId line, Fault fault, Actor hub) {
    oddAmounts.tell(line, fault, hub);
    return fault.isOtherCurrency()
        ? new RedeemAnswer.NotReckonable()
        : new RedeemAnswer.Unavailable();
  }

  /** A line that was given on, or has another number now, is not the code's any more. */
  private static boolean isTheirs(Line line, SwitchCodeStore.Row code, Msisdn number) {
    return line.msisdn().equals(number) && line.holder().partyId().equals(code.partyId());
  }

  private RedeemAnswer begin(
      SwitchCodeStore.Row code, Standing standing, Switching rule, Actor hub, Instant now) {
    var over =
        new SwitchOver(
            CaseReference.random(random),
            code.line(),
            code.partyId(),
            code.kind(),
            hub,
            now,
            packs.current().days().after(now, rule.endsWithin()));
    Cancellation it = switched.cancellation(over, standing);
    RedeemAnswer answer = whole(() -> stored(code, it, standing.line()), it.reference());
    return answer instanceof RedeemAnswer.AlreadyOpen(CaseReference open)
        ? whole(() -> inPlaceOf(open, code, over), over.reference())
        : answer;
  }

  /** Stores all of it, or nothing if it comes to another case than this one. */
  private RedeemAnswer whole(Supplier<RedeemAnswer> work, CaseReference reference) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              RedeemAnswer answer = work.get();
              if (!(answer instanceof RedeemAnswer.Redeemed redeemed)
                  || !(redeemed.reference().equals(reference) || redeemed.byAnother())) {
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
        .orElseGet(() -> new RedeemAnswer.Redeemed(it.reference(), it.endsAt(), false));
  }

  /**
   * The holder's word to the new operator counts, whatever became of another request: that one is
   * taken back, and the redeemed one begins as soon as it is. Where it is too late for that the
   * line is ending already, and by that case.
   */
  private RedeemAnswer inPlaceOf(CaseReference open, SwitchCodeStore.Row code, SwitchOver over) {
    CancellationStore.Row row = store.find(open).orElseThrow();
    // Nothing of the case's comes in between.
    cases.hold(row.caseId());
    return switch (new Retracting(store, cases).all(row, over.hub())) {
      case RetractAnswer.Retracted done -> after(code, over);
      case RetractAnswer.AlreadyRetracted before -> after(code, over);
      case RetractAnswer.TooLate late -> byThat(code, row);
      case RetractAnswer.AlreadyEnded ended -> byThat(code, row);
      case RetractAnswer.NoSuchCase none -> throw new IllegalStateException("A case is gone");
    };
  }

  private RedeemAnswer after(SwitchCodeStore.Row code, SwitchOver over) {
    if (!codes.redeem(code.digest(), over.reference())) {
      return redeemed(Objects.requireNonNull(codes.find(code.digest()).orElseThrow().reference()));
    }
    cases.start(SwitchOver.SWITCH_OVER, over.reference().text(), over, over.hub());
    return new RedeemAnswer.Redeemed(over.reference(), over.endsAt(), false);
  }

  private RedeemAnswer byThat(SwitchCodeStore.Row code, CancellationStore.Row row) {
    codes.redeem(code.digest(), row.reference());
    Cancellation it = cases.find(row.caseId()).orElseThrow().state(Cancellation.class);
    return new RedeemAnswer.Redeemed(row.reference(), it.endsAt(), true);
  }

  private RedeemAnswer redeemed(CaseReference reference) {
    return store
        .find(reference)
        .map(row -> cases.find(row.caseId()).orElseThrow().state(Cancellation.class).endsAt())
        .or(
            () ->
                cases
                    .find(SwitchOver.NAME, reference.text())
                    .flatMap(cases::find)
                    .map(it -> it.state(SwitchOver.class).endsAt()))
        .<RedeemAnswer>map(endsAt -> new RedeemAnswer.Redeemed(reference, endsAt, false))
        .orElseThrow();
  }
}
