package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.policy.Packs;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins what a code was redeemed for, once the cancellation that stood there is taken back. The
 * row of the new case is stored in a transaction of its own; the reference makes a second run
 * harmless.
 */
@Component
final class TakeOver implements LocalStep<SwitchOver> {
  private static final Duration SOONEST = Duration.ofSeconds(2);

  private final CancellationStore store;
  private final TransactionTemplate transaction;
  private final Standings standings;
  private final Switched switched;
  private final Beginning beginning;

  TakeOver(
      DataSource database,
      PlatformTransactionManager transactions,
      Standings standings,
      Receiving receiving,
      Beginning beginning,
      Packs packs) {
    this.store = new CancellationStore(JdbcClient.create(database));
    this.transaction = new TransactionTemplate(transactions);
    this.standings = standings;
    this.switched = new Switched(receiving, packs);
    this.beginning = beginning;
  }

  @Override
  public StepOutcome<SwitchOver> run(SwitchOver state, StepContext context) {
    if (store.find(state.reference()).isPresent()) {
      return StepOutcome.done(state);
    }
    if (store.open(state.line()).isPresent()) {
      return stillThere(state, context);
    }
    return switch (standings.of(state.line())) {
      case Answer.Got<Optional<Standing>>(Optional<Standing> found) ->
          found
              .filter(it -> it.line().holder().partyId().equals(state.partyId()))
              .map(standing -> begin(state, standing, context))
              .orElseGet(() -> StepOutcome.needsPerson("line-unknown"));
      case Answer.Failed<Optional<Standing>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Silent<Optional<Standing>>(var fault) -> Backoff.retry(context, fault);
    };
  }

  private static StepOutcome<SwitchOver> stillThere(SwitchOver state, StepContext context) {
    Instant next = NextLook.at(SOONEST, state.redeemedAt(), context.now(), state.endsAt());
    return new StepOutcome.WaitUntil<>(next, "waits-for-retraction");
  }

  private StepOutcome<SwitchOver> begin(SwitchOver state, Standing standing, StepContext context) {
    Cancellation it = switched.cancellation(state, standing);
    boolean taken =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  boolean other =
                      beginning.begin(it, standing.line().msisdn(), state.hub()).isPresent();
                  if (other) {
                    status.setRollbackOnly();
                  }
                  return other;
                }));
    // Somebody was faster and has the line now: what was redeemed comes after that one all the
    // same.
    return taken ? stillThere(state, context) : StepOutcome.done(state);
  }
}
