package io.onhook.engine;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands, for screens.
 *
 * @param id the case
 * @param process name and version, {@code cancellation/1}
 * @param step where it stands; empty once ended
 * @param standing what it is doing there
 * @param why why it is parked or what it waits for
 * @param until when a waiting case goes on by itself
 * @param undoing whether it is being taken back
 * @param sequence its version: the number of journal entries
 * @param ending how it ended, if it has
 * @param retractable whether it can still be taken back
 * @param effectUnknown parked at a remote effect: a person can say whether it happened
 * @param state its state, of the process's type
 */
public record CaseView(
    CaseId id,
    String process,
    Optional<String> step,
    Standing standing,
    @Nullable String why,
    @Nullable Instant until,
    boolean undoing,
    int sequence,
    @Nullable Ending ending,
    boolean retractable,
    boolean effectUnknown,
    Object state) {

  /** What a case is doing. */
  public enum Standing {
    /** A step runs, or is about to. */
    RUNNING,
    /** For a time or a signal. */
    WAITING,
    /** For a decision: all is well. */
    DECISION,
    /** Something went wrong; a person must look. */
    PARKED,
    ENDED
  }

  /** The state, as the record that its process carries. */
  public <C> C state(Class<C> type) {
    return type.cast(state);
  }
}
