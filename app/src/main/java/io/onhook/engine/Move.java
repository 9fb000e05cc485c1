package io.onhook.engine;

import java.time.Duration;

/** What a node does next with a case in its memory. */
sealed interface Move {
  /** Nothing: it waits, outside memory. */
  record Rest() implements Move {}

  /** Store this, nothing has to run. */
  record Commit(Transition transition) implements Move {}

  /** Run a step that touches nothing outside. */
  record RunLocal(Work work) implements Move {}

  /** Begin the remote effect. */
  record Call(RemoteStep<Object, Object> step, Intent<Object> intent) implements Move {}

  /**
   * Find out about the remote effect.
   *
   * @param after how long a call of a crashed node may still be on its way
   */
  record Ask(RemoteStep<Object, Object> step, Intent<Object> intent, Duration after)
      implements Move {}

  /** A step's own code, ready to run. */
  @FunctionalInterface
  interface Work {
    StepOutcome<Object> run();
  }
}
