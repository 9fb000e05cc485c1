package io.onhook.visit;

import io.onhook.engine.Backoff;
import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.line.LineId;
import io.onhook.settlement.Billing;
import io.onhook.settlement.Billing.PaymentTaken;
import io.onhook.shared.Answer;
import io.onhook.shared.Money;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Billing learns that somebody has paid. */
@Component
final class TellBilling implements RemoteStep<Paying, TellBilling.Paid> {
  private final Billing billing;

  TellBilling(Billing billing) {
    this.billing = billing;
  }

  /** What it is told. */
  record Paid(LineId line, Money amount, String method) {}

  @Override
  public String partner() {
    return "bss";
  }

  @Override
  public Duration timeout() {
    return billing.longest();
  }

  @Override
  public Optional<Paid> prepare(Paying state) {
    return Optional.of(new Paid(state.line(), state.amount(), state.method()));
  }

  @Override
  public StepOutcome<Paying> call(Paying state, Intent<Paid> intent) {
    Paid it = intent.arguments();
    return switch (billing.pay(it.line(), it.amount(), it.method(), intent.effectKey())) {
      case Answer.Got<PaymentTaken>(var payment) -> StepOutcome.done(state.noted(payment.id()));
      case Answer.Failed<PaymentTaken>(var fault) -> Backoff.failed(intent, fault);
      case Answer.Silent<PaymentTaken>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  @Override
  public StepOutcome<Paying> ask(Paying state, Intent<Paid> intent) {
    return switch (billing.findPayment(intent.effectKey())) {
      case Answer.Got<Optional<PaymentTaken>>(var found) ->
          found
              .map(payment -> StepOutcome.done(state.noted(payment.id())))
              .orElseGet(() -> Backoff.notYet(intent, "bss", "no payment noted"));
      case Answer.Failed<Optional<PaymentTaken>>(var fault) -> Backoff.ask(intent, fault);
      case Answer.Silent<Optional<PaymentTaken>>(var fault) -> Backoff.ask(intent, fault);
    };
  }
}
