package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.Signal;
import io.onhook.engine.SignalCase;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.shared.Actor;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.Worklist;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Nobody decided in time: approved. A case that left its review meanwhile takes no notice; one
 * whose deadline moved, because the holder was asked for more, gets another clock.
 */
@Component
final class ApproveOverdue implements LocalStep<ReviewClock> {
  private final Worklist worklist;

  ApproveOverdue(Worklist worklist) {
    this.worklist = worklist;
  }

  @Override
  public StepOutcome<ReviewClock> run(ReviewClock state, StepContext context) {
    return worklist
        .ofCase(state.cancellation())
        .filter(work -> work.step().equals(Review.STEP))
        .filter(work -> work.dueAt().isAfter(context.now()))
        .map(work -> later(state, work))
        .orElseGet(() -> approve(state));
  }

  private static StepOutcome<ReviewClock> later(ReviewClock state, WorkItem work) {
    boolean asked = work.round() > 1;
    return asked
        ? StepOutcome.done(state)
        : new StepOutcome.WaitUntil<>(work.dueAt(), "the work list knows a later day");
  }

  private static StepOutcome<ReviewClock> approve(ReviewClock state) {
    var approval =
        new Signal(Review.STEP, "overdue", Actor.SYSTEM, new Said(true, List.of()).payload());
    return StepOutcome.done(state, new SignalCase(state.cancellation(), approval));
  }
}
