package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.line.LineId;
import io.onhook.settlement.Billing;
import io.onhook.settlement.Billing.RefundOrder;
import io.onhook.shared.Answer;
import io.onhook.shared.Money;
import io.onhook.vault.Sealed;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The operator's payments are told to send the credit back; once, whatever happens. */
@Component
final class OrderRefund implements RemoteStep<Refund, OrderRefund.Payment> {
  /** What the operator's payments understand as "the way it was paid". */
  private static final String AS_PAID = "original-payment-method";

  private final Billing billing;
  private final CaseSecrets secrets;

  OrderRefund(Billing billing, CaseSecrets secrets) {
    this.billing = billing;
    this.secrets = secrets;
  }

  /** What is sent, and where to. */
  record Payment(LineId line, Money amount, @Nullable Sealed account) {}

  @Override
  public String partner() {
    return "bss";
  }

  @Override
  public Duration timeout() {
    return billing.longest();
  }

  @Override
  public Optional<Payment> prepare(Refund state) {
    return state.isNothing()
        ? Optional.empty()
        : Optional.of(new Payment(state.line(), state.amount(), state.account()));
  }

  @Override
  public StepOutcome<Refund> call(Refund state, Intent<Payment> intent) {
    Payment payment = intent.arguments();
    if (OtherCurrency.of(payment.amount(), billing)) {
      return OtherCurrency.needsPerson(); // before anything is sent
    }
    String account = payment.account() == null ? AS_PAID : secrets.open(payment.account());
    var answer = billing.refund(payment.line(), payment.amount(), account, intent.effectKey());
    return switch (answer) {
      case Answer.Got<RefundOrder>(var order) -> ordered(state, intent, order);
      case Answer.Failed<RefundOrder>(var fault) -> Backoff.failed(intent, fault);
      case Answer.Silent<RefundOrder>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  @Override
  public StepOutcome<Refund> ask(Refund state, Intent<Payment> intent) {
    return switch (billing.findRefund(intent.effectKey())) {
      case Answer.Got<Optional<RefundOrder>>(var order) ->
          order
              .map(found -> ordered(state, intent, found))
              .orElseGet(() -> Backoff.notYet(intent, "bss", "no refund ordered"));
      case Answer.Failed<Optional<RefundOrder>>(var fault) -> Backoff.ask(intent, fault);
      case Answer.Silent<Optional<RefundOrder>>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  private static StepOutcome<Refund> ordered(
      Refund state, Intent<Payment> intent, RefundOrder order) {
    return StepOutcome.done(
        state.with(new Refund.Order(order.id(), intent.effectKey(), intent.now())));
  }
}
