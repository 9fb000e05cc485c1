package io.onhook.number;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import org.springframework.stereotype.Component;

/** The quarantine is over: the number is free, or goes back to the range that it came from. */
@Component
final class FreeNumber implements LocalStep<NumberRest> {
  private final Numbers numbers;

  FreeNumber(Numbers numbers) {
    this.numbers = numbers;
  }

  @Override
  public StepOutcome<NumberRest> run(NumberRest state, StepContext context) {
    var number = numbers.find(state.reference());
    if (number.isEmpty() || number.get().state() != NumberState.QUARANTINE) {
      // Its holder has ported it while it rested: nothing is left to free.
      return StepOutcome.done(state);
    }
    return StepOutcome.done(state, new ReleaseNumber(state.reference(), context.now()));
  }
}
