package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.Signal;
import io.onhook.engine.SignalCase;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.shared.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Nobody decided in time: approved. A case that left its review meanwhile takes no notice. */
@Component
final class ApproveOverdue implements LocalStep<ReviewClock> {
  @Override
  public StepOutcome<ReviewClock> run(ReviewClock state, StepContext context) {
    var approval =
        new Signal(Review.STEP, "overdue", Actor.SYSTEM, new Said(true, List.of()).payload());
    return StepOutcome.done(state, new SignalCase(state.cancellation(), approval));
  }
}
