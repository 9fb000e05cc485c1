package io.onhook.visit;

import io.onhook.certificate.ReceiptFacts;
import io.onhook.certificate.Receipts;
import io.onhook.certificate.Words;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.policy.Packs;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The payment is noted, and its receipt issued, in one transaction. */
@Component
final class NotePaid implements LocalStep<Paying> {
  static final String TOPIC = "payment";

  private final Receipts receipts;
  private final Packs packs;

  NotePaid(Receipts receipts, Packs packs) {
    this.receipts = receipts;
    this.packs = packs;
  }

  @Override
  public StepOutcome<Paying> run(Paying state, StepContext context) {
    String id = Objects.requireNonNull(state.paymentId(), "billing was told before");
    var noted = new PaymentNoted(state.reference(), id, context.now());
    return receipts.standing(state.reference(), TOPIC).isPresent()
        ? StepOutcome.done(state, noted)
        : StepOutcome.done(state, noted, receipts.draft(facts(state)));
  }

  private ReceiptFacts facts(Paying state) {
    boolean cash = state.method().equals(Payment.Method.CASH.key());
    return new ReceiptFacts(
        state.reference(),
        TOPIC,
        new Words("缴费收据", "Receipt of a payment"),
        state.takenAt(),
        packs.current().zone(),
        List.of(
            new ReceiptFacts.Line(new Words("金额", "Amount"), Words.same(state.amount().toString())),
            new ReceiptFacts.Line(
                new Words("方式", "Paid by"),
                cash ? new Words("现金", "cash") : new Words("银行卡", "card")),
            new ReceiptFacts.Line(new Words("用途", "For"), new Words("已出账单", "bills of the line"))));
  }
}
