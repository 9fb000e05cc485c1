package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.settlement.Bill;
import io.onhook.settlement.Billing;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The operator's billing rates what was used until the bar, and takes all balances in. */
@Component
final class FinalBill implements RemoteStep<Cancellation, LineTarget> {
  private final Billing billing;

  FinalBill(Billing billing) {
    this.billing = billing;
  }

  @Override
  public String partner() {
    return "bss";
  }

  @Override
  public Duration timeout() {
    return billing.longest();
  }

  @Override
  public Optional<LineTarget> prepare(Cancellation state) {
    return Optional.of(new LineTarget(state.subject().line()));
  }

  @Override
  public StepOutcome<Cancellation> call(Cancellation state, Intent<LineTarget> intent) {
    return switch (billing.finalBill(intent.arguments().line(), intent.effectKey())) {
      case Answer.Got<Bill>(var bill) -> made(state, intent, bill);
      case Answer.Failed<Bill>(var fault) -> Backoff.failed(intent, fault);
      case Answer.Silent<Bill>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  @Override
  public StepOutcome<Cancellation> ask(Cancellation state, Intent<LineTarget> intent) {
    return switch (billing.findFinalBill(intent.arguments().line(), intent.effectKey())) {
      case Answer.Got<Optional<Bill>>(var bill) ->
          bill.map(found -> made(state, intent, found))
              .orElseGet(() -> Backoff.notYet(intent, "bss", "no final bill"));
      case Answer.Failed<Optional<Bill>>(var fault) -> Backoff.ask(intent, fault);
      case Answer.Silent<Optional<Bill>>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  private static StepOutcome<Cancellation> made(
      Cancellation state, Intent<LineTarget> intent, Bill bill) {
    var made = new Progress.FinalBillMade(bill.id(), intent.effectKey());
    return StepOutcome.done(state.with(state.progress().withBill(made)));
  }
}
