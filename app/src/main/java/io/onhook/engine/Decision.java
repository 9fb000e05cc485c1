package io.onhook.engine;

/**
 * A step at which a person decides. It parks the case until a signal of its own name comes.
 *
 * <p>Whoever shows the work hears of it by the {@link PersonNeeded} write, made in the transaction
 * that parks the case.
 */
public non-sealed interface Decision<C> extends Step<C> {
  /**
   * When the case gets here. {@link StepOutcome.Done} passes without a person; {@link
   * StepOutcome.NeedsPerson} waits for one.
   */
  StepOutcome<C> open(C state, StepContext context);

  /**
   * When the person has decided. {@link StepOutcome.NeedsPerson} uses the answer up and asks anew;
   * {@link StepOutcome.RetryAt} keeps it and hears it again then.
   */
  StepOutcome<C> decide(C state, Signal decision, StepContext context);
}
