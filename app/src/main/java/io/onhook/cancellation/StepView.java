package io.onhook.cancellation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of the process, as it stands in one case.
 *
 * @param name the step's stable name; screens translate it
 * @param state how far it is
 * @param at when it was done or undone; null before
 * @param until of a waiting step: when it goes on by itself, if that is known
 * @param why of a step that waits or needs a person: why, as a stable code or in English
 */
public record StepView(
    String name, State state, @Nullable Instant at, @Nullable Instant until, @Nullable String why) {

  /** How far a step is. */
  public enum State {
    AHEAD,
    RUNNING,
    /** For a time, a payment, a partner. */
    WAITING,
    /** A person decides: all is well. */
    DECISION,
    /** Something went wrong; a person looks at it. */
    PARKED,
    DONE,
    /** It was done, and taken back. */
    UNDONE,
    /** The case ended before it. */
    NEVER
  }
}
