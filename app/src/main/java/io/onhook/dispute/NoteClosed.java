package io.onhook.dispute;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import org.springframework.stereotype.Component;

/** Billing has done with it: nothing is set aside for it any more. */
@Component
final class NoteClosed implements LocalStep<Dispute> {
  @Override
  public StepOutcome<Dispute> run(Dispute state, StepContext context) {
    return StepOutcome.done(
        state,
        new NoteDispute(
            state.reference(),
            state.isUpheld() ? Contested.State.UPHELD : Contested.State.DROPPED,
            context.now(),
            context.now()));
  }
}
