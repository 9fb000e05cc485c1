package io.onhook.notice;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import org.springframework.stereotype.Component;

/** Notes what became of a notice. One that no way could carry parks nobody; operations see it. */
@Component
final class NoteDelivery implements LocalStep<NoticeCase> {
  @Override
  public StepOutcome<NoticeCase> run(NoticeCase state, StepContext context) {
    return StepOutcome.done(
        state,
        new DeliveryNoted(
            state.notice().id(),
            state.notice().template(),
            state.sentBy(),
            state.carrierId(),
            state.trouble(),
            context.now()));
  }
}
