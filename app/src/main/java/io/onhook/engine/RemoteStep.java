package io.onhook.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * A step with one effect in the world outside.
 *
 * <p>What it will ask of the partner is prepared first and stored by the commit of the step before,
 * arguments included; only then it calls. After a crash or a silence the engine {@link #ask}s, it
 * never calls blindly again.
 *
 * @param <C> the case's state
 * @param <I> the arguments of the call, a record that JSON can carry
 */
public non-sealed interface RemoteStep<C, I> extends Step<C> {
  /** The partner's name: calls in flight are bounded for each partner. */
  String partner();

  /**
   * The longest a call or a question takes; the adapter must give up by then. A node calls only
   * while its lease lasts longer, and after a crash nobody asks before it is over: what the call
   * did is then done.
   */
  Duration timeout();

  /**
   * The arguments of the call, purely from the state. Empty if there is nothing to do: the step is
   * then passed over.
   */
  Optional<I> prepare(C state);

  /** Does it. Called at most once for each attempt. */
  StepOutcome<C> call(C state, Intent<I> intent);

  /**
   * Finds out whether it happened. {@link StepOutcome.Done} if so; {@link StepOutcome.RetryAt} if
   * certainly not (it is called again then); {@link StepOutcome.Unknown} to ask later; {@link
   * StepOutcome.NeedsPerson} where the partner can't be asked.
   */
  StepOutcome<C> ask(C state, Intent<I> intent);
}
