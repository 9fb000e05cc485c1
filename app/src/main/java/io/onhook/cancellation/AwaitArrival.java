package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.settlement.Billing;
import io.onhook.settlement.Billing.RefundOrder;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks until the bank has confirmed the refund. One that bounced, is late, or came to another
 * amount needs a person; its deadline goes on running all the while.
 */
@Component
final class AwaitArrival implements LocalStep<Refund> {
  private static final Duration SOONEST = Duration.ofMinutes(15);

  private final Billing billing;

  AwaitArrival(Billing billing) {
    this.billing = billing;
  }

  @Override
  public StepOutcome<Refund> run(Refund state, StepContext context) {
    Refund.Order order = state.order();
    if (state.isNothing()) {
      return StepOutcome.done(state);
    }
    if (order == null) {
      return StepOutcome.needsPerson("refund-not-ordered");
    }
    return switch (billing.findRefund(order.effectKey())) {
      case Answer.Got<Optional<RefundOrder>>(var found) ->
          found
              .map(refund -> look(state, order, refund, context))
              .orElseGet(() -> StepOutcome.needsPerson("refund-unknown"));
      case Answer.Failed<Optional<RefundOrder>>(var fault) -> unread(state, context, fault);
      case Answer.Silent<Optional<RefundOrder>>(var fault) -> unread(state, context, fault);
    };
  }

  /** Nobody can say whether it arrived: its deadline does not wait for that. */
  private static StepOutcome<Refund> unread(Refund state, StepContext context, Fault fault) {
    return context.now().isBefore(state.dueAt())
        ? Backoff.retry(context, fault)
        : StepOutcome.needsPerson("refund-overdue");
  }

  private static StepOutcome<Refund> look(
      Refund state, Refund.Order order, RefundOrder refund, StepContext context) {
    if (!refund.amount().equals(state.amount())) {
      return StepOutcome.needsPerson("refund-of-another-amount");
    }
    if (refund.arrived()) {
      return StepOutcome.done(state.arrived(context.now()));
    }
    if (refund.cameBack()) {
      return StepOutcome.needsPerson("refund-" + refund.status());
    }
    return context.now().isBefore(state.dueAt())
        ? new StepOutcome.WaitUntil<>(
            NextLook.at(SOONEST, order.at(), context.now(), state.dueAt()),
            "bank-has-not-confirmed")
        : StepOutcome.needsPerson("refund-overdue");
  }
}
