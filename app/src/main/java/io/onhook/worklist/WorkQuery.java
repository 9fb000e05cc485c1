package io.onhook.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which open work is asked for; what is null narrows nothing. All of it is a condition of the
 * query, so that no limit hides what fits behind what does not.
 *
 * @param kind decisions, or what went wrong
 * @param process only of this process, by its name
 * @param step only at this step
 * @param state only of this state
 * @param label only with this label of the case's
 * @param dueBefore only what was due before this instant
 * @param claimedBy only what this person has claimed
 */
public record WorkQuery(
    WorkItem.Kind kind,
    @Nullable String process,
    @Nullable String step,
    State state,
    @Nullable String label,
    @Nullable Instant dueBefore,
    @Nullable String claimedBy) {

  /** Who has to do something. */
  public enum State {
    /** Staff, claimed or not. */
    TO_DO,
    /** Staff, and nobody has it. */
    FREE,
    /** Somebody has it. */
    CLAIMED,
    /** One person has said yes, and another must. */
    SECOND,
    /** Somebody who is no staff. */
    WAITING
  }

  /** All open work of this kind that staff has to do. */
  public static WorkQuery of(WorkItem.Kind kind) {
    return new WorkQuery(kind, null, null, State.TO_DO, null, null, null);
  }

  /** Decisions that cases of this process wait for. */
  public static WorkQuery decisionsOf(String process) {
    return new WorkQuery(WorkItem.Kind.DECISION, process, null, State.TO_DO, null, null, null);
  }

  /** Of these, those whose time has run out. */
  public WorkQuery overdue(Instant now) {
    return new WorkQuery(kind, process, step, state, label, now, claimedBy);
  }

  /** Of these, those of this state. */
  public WorkQuery in(State wanted) {
    return new WorkQuery(kind, process, step, wanted, label, dueBefore, claimedBy);
  }

  /** Of these, those at this step. */
  public WorkQuery atStep(String wanted) {
    return new WorkQuery(kind, process, wanted, state, label, dueBefore, claimedBy);
  }

  /** Of these, those with this label. */
  public WorkQuery labelled(String wanted) {
    return new WorkQuery(kind, process, step, state, wanted, dueBefore, claimedBy);
  }

  /** Of these, those that this person has claimed. */
  public WorkQuery of(String staff) {
    return new WorkQuery(kind, process, step, state, label, dueBefore, staff);
  }
}
