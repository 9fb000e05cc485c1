package io.onhook.cancellation;

import io.onhook.engine.ChildStep;
import io.onhook.engine.StartCase;
import io.onhook.engine.StepContext;
import io.onhook.settlement.Quote;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A credit goes back by a case of its own, as long as the bank needs; it ends at once if none. */
@Component
final class StartRefund implements ChildStep<Cancellation> {
  @Override
  public StartCase<Refund> start(Cancellation state, StepContext context) {
    Quote statement = Objects.requireNonNull(state.progress().statement(), "settled before");
    Instant dueAt =
        Objects.requireNonNullElse(statement.refundBy(), state.terms().dates().refundBy());
    return new StartCase<>(
        RefundProcess.REFUND,
        state.reference().text(),
        new Refund(
            state.reference(),
            state.subject().line(),
            statement.toRefund(),
            state.applicant().refundAccount(),
            state.applicant().language(),
            state.applicant().contact(),
            dueAt,
            null,
            null));
  }
}
