package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.settlement.Bill;
import io.onhook.settlement.Billing;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks at the final bill until it is paid. Fees that only the pack asks for stand on no bill of
 * the operator's: a person confirms that they were paid.
 */
@Component
final class AwaitPayment implements LocalStep<Dues> {
  private static final Duration SOONEST = Duration.ofHours(1);

  private final Billing billing;

  AwaitPayment(Billing billing) {
    this.billing = billing;
  }

  @Override
  public StepOutcome<Dues> run(Dues state, StepContext context) {
    if (!state.amount().isPositive()) {
      return StepOutcome.done(state);
    }
    if (OtherCurrency.of(state.amount(), billing)) {
      return OtherCurrency.needsPerson();
    }
    return switch (billing.findFinalBill(state.line(), state.billKey())) {
      case Answer.Got<Optional<Bill>>(var bill) ->
          bill.map(found -> look(state, found, context))
              .orElseGet(() -> StepOutcome.needsPerson("final-bill-unknown"));
      case Answer.Failed<Optional<Bill>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Silent<Optional<Bill>>(var fault) -> Backoff.retry(context, fault);
    };
  }

  private static StepOutcome<Dues> look(Dues state, Bill bill, StepContext context) {
    if (CancelBill.withdrawn(bill)) {
      return StepOutcome.done(state);
    }
    if (!state.paid(bill)) {
      return context.now().isBefore(state.giveUpAt())
          ? new StepOutcome.WaitUntil<>(
              NextLook.at(SOONEST, state.askedAt(), context.now(), state.giveUpAt()),
              "bill-not-paid")
          : StepOutcome.needsPerson("bill-not-paid");
    }
    return state.beyondBill().isPositive()
        ? StepOutcome.needsPerson("confirm-fees-are-paid")
        : StepOutcome.done(state);
  }
}
