package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StartCase;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.policy.Packs;
import io.onhook.policy.RequestRule;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Where the pack says that an overdue review counts as approval, a clock is set beside it.
 * Elsewhere an overdue review stays a person's: the work list shows it first, and the holder may
 * complain.
 */
@Component
final class WatchDeadline implements LocalStep<Cancellation> {
  private final Packs packs;

  WatchDeadline(Packs packs) {
    this.packs = packs;
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    Instant decideBy = state.terms().dates().decideBy();
    var overdue = state.terms().pack(packs).request().review().overdue();
    if (decideBy == null || overdue != RequestRule.Overdue.APPROVE) {
      return StepOutcome.done(state);
    }
    return StepOutcome.done(
        state,
        new StartCase<>(
            ReviewClock.REVIEW_CLOCK,
            state.reference().text(),
            new ReviewClock(context.caseId(), decideBy)));
  }
}
