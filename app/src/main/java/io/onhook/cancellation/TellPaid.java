package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.Signal;
import io.onhook.engine.SignalCase;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.shared.Actor;
import org.springframework.stereotype.Component;

/** The cancellation need not wait for dues any more. */
@Component
final class TellPaid implements LocalStep<Dues> {
  /** The signal and the wait have one name. */
  static final String DUES = "dues";

  @Override
  public StepOutcome<Dues> run(Dues state, StepContext context) {
    if (!state.amount().isPositive()) {
      return StepOutcome.done(state);
    }
    var paid = new Signal(DUES, DUES, Actor.SYSTEM, "{}");
    return StepOutcome.done(state, new SignalCase(state.cancellation(), paid));
  }
}
