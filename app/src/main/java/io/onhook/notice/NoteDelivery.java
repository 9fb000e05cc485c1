package io.onhook.notice;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import org.springframework.stereotype.Component;

/** Notes what became of a notice, once more than {@link SendNotice} has. */
@Component
final class NoteDelivery implements LocalStep<NoticeCase> {
  @Override
  public StepOutcome<NoticeCase> run(NoticeCase state, StepContext context) {
    return StepOutcome.done(state, DeliveryNoted.of(state, context.now()));
  }
}
