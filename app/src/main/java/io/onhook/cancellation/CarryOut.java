package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.line.LineId;
import io.onhook.notice.Notice;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.settlement.Billing;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the cancellation that was declared, under the declaration's reference and with its time of
 * receipt. Its row needs the id of the new case, so it is stored in a transaction of its own; the
 * reference makes a second run harmless.
 */
@Component
final class CarryOut implements LocalStep<Declaration> {
  private final CancellationStore store;
  private final TransactionTemplate transaction;
  private final DeclaredContent content;
  private final Standings standings;
  private final Billing billing;
  private final Receiving receiving;
  private final Beginning beginning;
  private final Packs packs;

  CarryOut(
      DataSource database,
      PlatformTransactionManager transactions,
      DeclaredContent content,
      Standings standings,
      Billing billing,
      Receiving receiving,
      Beginning beginning,
      Packs packs) {
    this.store = new CancellationStore(JdbcClient.create(database));
    this.transaction = new TransactionTemplate(transactions);
    this.content = content;
    this.standings = standings;
    this.billing = billing;
    this.receiving = receiving;
    this.beginning = beginning;
    this.packs = packs;
  }

  @Override
  public StepOutcome<Declaration> run(Declaration state, StepContext context) {
    LineId line = Objects.requireNonNull(state.line(), "carried out before it was matched");
    if (store.find(state.reference()).isPresent()) {
      return StepOutcome.done(state);
    }
    if (OtherCurrency.of(state.pack(packs), billing)) {
      return OtherCurrency.needsPerson();
    }
    return switch (standings.of(line)) {
      case Answer.Got<Optional<Standing>>(Optional<Standing> found) ->
          found
              .map(standing -> begin(state, standing))
              .orElseGet(() -> StepOutcome.needsPerson("line-unknown"));
      case Answer.Failed<Optional<Standing>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Silent<Optional<Standing>>(var fault) -> Backoff.retry(context, fault);
    };
  }

  private StepOutcome<Declaration> begin(Declaration state, Standing standing) {
    Cancellation it = cancellation(state, standing);
    transaction.executeWithoutResult(
        status -> {
          if (beginning.begin(it, standing.line().msisdn(), Actor.SYSTEM).isPresent()) {
            // The line's end is under way already: what was declared is being done.
            status.setRollbackOnly();
          }
        });
    return StepOutcome.done(state);
  }

  /** Reckoned from the receipt, however long the matching took. */
  private Cancellation cancellation(Declaration state, Standing standing) {
    Pack pack = state.pack(packs);
    Declared declared = content.open(state);
    var eligibility =
        new Assessment(pack, standing.with(Standing.Identity.MATCHES), state.receivedAt())
            .assess(declared.endsOn());
    var request =
        new CancelLine(
            standing.line().id(),
            declared.name(),
            Applicant.DECLARED,
            Applicant.DECLARED,
            declared.endsOn(),
            new Contact(Notice.Channel.EMAIL, declared.email(), null),
            null,
            declared.language(),
            "web");
    Cancellation it =
        receiving.receive(
            state.reference(),
            request,
            standing.line(),
            pack,
            eligibility,
            Actor.SYSTEM,
            null,
            state.receivedAt());
    return state.atOnce() ? it.endingAtOnce() : it;
  }
}
