package io.onhook.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which open work is asked for; what is null narrows nothing. All of it is a condition of the
 * query, so that no limit hides what fits behind what does not.
 *
 * @param kind decisions, or what went wrong
 * @param process only of this process, by its name
 * @param dueBefore only what was due before this instant
 */
public record WorkQuery(WorkItem.Kind kind, @Nullable String process, @Nullable Instant dueBefore) {

  /** All open work of this kind. */
  public static WorkQuery of(WorkItem.Kind kind) {
    return new WorkQuery(kind, null, null);
  }

  /** Decisions that cases of this process wait for. */
  public static WorkQuery decisionsOf(String process) {
    return new WorkQuery(WorkItem.Kind.DECISION, process, null);
  }

  /** Of these, those whose time has run out. */
  public WorkQuery overdue(Instant now) {
    return new WorkQuery(kind, process, now);
  }
}
