package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import org.springframework.stereotype.Component;

/**
 * The card is never used again; only numbers are. An eSIM's profile is the holder's to delete: the
 * network has let go of it already, and asking its platform would change nothing.
 */
@Component
final class RetireSim implements LocalStep<Cancellation> {
  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    Subject subject = state.subject();
    return StepOutcome.done(
        state,
        new NoteRetiredSim(subject.iccid(), subject.sim(), state.reference(), context.now()));
  }
}
