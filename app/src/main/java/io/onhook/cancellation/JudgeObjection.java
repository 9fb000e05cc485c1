package io.onhook.cancellation;

import io.onhook.engine.Decision;
import io.onhook.engine.Signal;
import io.onhook.engine.SignalCase;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import org.springframework.stereotype.Component;

/**
 * People look at an objection: one is enough to take the case back, two let it go on. Where it was
 * taken back at once nothing is left to judge, and where it is too late they find out what can be
 * done.
 */
@Component
final class JudgeObjection implements Decision<Objection> {
  static final String STEP = "judge-objection";

  @Override
  public StepOutcome<Objection> open(Objection state, StepContext context) {
    return switch (state.effect()) {
      case TAKEN_BACK -> StepOutcome.done(state);
      case STOPPED -> StepOutcome.needsPerson("objection");
      case TOO_LATE -> StepOutcome.needsPerson("objection-too-late");
    };
  }

  @Override
  public StepOutcome<Objection> decide(Objection state, Signal decision, StepContext context) {
    boolean goesOn = Said.of(decision.payload()).approved();
    Objection found = state.found(!goesOn);
    if (state.effect() == Objected.Effect.TOO_LATE) {
      return StepOutcome.done(found);
    }
    String kind = goesOn ? Objection.settled(state.contact()) : Signal.RETRACTION;
    return StepOutcome.done(
        found,
        new SignalCase(state.cancellation(), new Signal(kind, kind, decision.actor(), "{}")));
  }
}
