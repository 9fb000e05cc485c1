package io.onhook.engine;

import io.onhook.shared.Fault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step says when it has run. The engine stores it, with the case's next state, in one
 * transaction.
 */
public sealed interface StepOutcome<C> {
  /** It is done; the case goes on with this state. */
  record Done<C>(C next, List<LocalWrite> writes) implements StepOutcome<C> {}

  /** Nothing to do before this instant of the product's clock; the step runs again then. */
  record WaitUntil<C>(Instant at, String why) implements StepOutcome<C> {}

  /**
   * Nothing to do before such a signal comes, or the instant passes; the step runs again then, and
   * finds the signal in its {@link StepContext}.
   */
  record WaitFor<C>(String signal, @Nullable Instant until) implements StepOutcome<C> {}

  /** The world failed and it is certain that nothing happened; run again then. */
  record RetryAt<C>(Instant at, Fault fault) implements StepOutcome<C> {}

  /** It may have happened; {@link RemoteStep#ask} at this instant. */
  record Unknown<C>(Instant askAt, Fault fault) implements StepOutcome<C> {}

  /**
   * A person must decide. The case is parked, visibly, until a signal of the step's own name comes.
   */
  record NeedsPerson<C>(String why) implements StepOutcome<C> {}

  /** The domain says no: what was done is undone, and the case ends as refused with this code. */
  record Refused<C>(String code) implements StepOutcome<C> {}

  static <C> StepOutcome<C> done(C next, LocalWrite... writes) {
    return new Done<>(next, List.of(writes));
  }

  static <C> StepOutcome<C> refused(String code) {
    return new Refused<>(code);
  }

  static <C> StepOutcome<C> needsPerson(String why) {
    return new NeedsPerson<>(why);
  }

  static <C> StepOutcome<C> waitFor(String signal) {
    return new WaitFor<>(signal, null);
  }
}
