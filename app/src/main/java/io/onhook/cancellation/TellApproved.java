package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.notice.Template;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the holder until when the line works, and to unbind what hangs on its number. */
@Component
final class TellApproved implements LocalStep<Cancellation> {
  private final CaseNotices notices;

  TellApproved(CaseNotices notices) {
    this.notices = notices;
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    return StepOutcome.done(state, notices.toHolder(state, Template.APPROVED, Map.of()));
  }
}
