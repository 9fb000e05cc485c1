package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.notice.Template;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells the holder that the money has arrived. */
@Component
final class TellRefundArrived implements LocalStep<Refund> {
  private final CaseNotices notices;

  TellRefundArrived(CaseNotices notices) {
    this.notices = notices;
  }

  @Override
  public StepOutcome<Refund> run(Refund state, StepContext context) {
    if (state.isNothing()) {
      return StepOutcome.done(state);
    }
    Instant arrived = state.arrivedAt();
    return StepOutcome.done(
        state,
        notices.refund(state, Template.REFUND_ARRIVED),
        new NoteRefundArrived(state.reference(), arrived == null ? context.now() : arrived));
  }
}
