package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.notice.Template;
import org.springframework.stereotype.Component;

/** Tells the holder that the money is on its way. */
@Component
final class TellRefundSent implements LocalStep<Refund> {
  private final CaseNotices notices;

  TellRefundSent(CaseNotices notices) {
    this.notices = notices;
  }

  @Override
  public StepOutcome<Refund> run(Refund state, StepContext context) {
    return state.isNothing()
        ? StepOutcome.done(state)
        : StepOutcome.done(state, notices.refund(state, Template.REFUND_SENT));
  }
}
