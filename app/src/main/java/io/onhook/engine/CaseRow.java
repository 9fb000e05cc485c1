package io.onhook.engine;

import io.onhook.journal.Head;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A running case as stored.
 *
 * @param process name and version
 * @param step the node where it stands; {@link #CLOSING} behind the last
 * @param undoing steps are being taken back, from here upwards
 * @param armed the intent is stored and a call may have begun
 * @param attempt of this step, from 1
 * @param intent the arguments of this step's remote effect, as JSON
 * @param waitsFor the kind of signal
 * @param waitsUntil the timer
 * @param ending how it will end, once known
 * @param state as JSON
 * @param head the end of its journal chain; the sequence is the case's version
 */
record CaseRow(
    long id,
    String process,
    String step,
    Phase phase,
    boolean undoing,
    boolean armed,
    int attempt,
    @Nullable String intent,
    @Nullable String waitsFor,
    @Nullable Instant waitsUntil,
    @Nullable String why,
    @Nullable Ending ending,
    String state,
    Head head) {

  /** The step of a case that has only its closing writes left. */
  static final String CLOSING = "closing";

  /** What the case does where it stands; the order is stored. */
  enum Phase {
    RUN,
    WAIT,
    DECISION,
    PARKED
  }

  /** The same case with its chain grown by a signal. */
  CaseRow withHead(Head next) {
    return new CaseRow(
        id,
        process,
        step,
        phase,
        undoing,
        armed,
        attempt,
        intent,
        waitsFor,
        waitsUntil,
        why,
        ending,
        state,
        next);
  }

  /** Whether an answer about the other's effect is one about this one's. */
  boolean sameEffect(CaseRow other) {
    return armed
        && other.armed
        && step.equals(other.step)
        && undoing == other.undoing
        && attempt == other.attempt;
  }

  /** Nobody needs to run it now: it waits outside memory. */
  boolean resting() {
    return phase != Phase.RUN;
  }
}
