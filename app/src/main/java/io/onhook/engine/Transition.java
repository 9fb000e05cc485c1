package io.onhook.engine;

import io.onhook.journal.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of one case, to be stored whole or not at all.
 *
 * @param before what the case must still be
 * @param after what it becomes
 * @param nextState the decoded state of {@code after}
 * @param entry its journal entry
 * @param writes local writes of modules, new cases and signals to others among them
 * @param used the signals that are used up
 * @param pending the signals that are left
 * @param ended set if the case leaves
 * @param fresh an intent in {@code after} was stored by this change, and nobody has called yet
 */
record Transition(
    CaseRow before,
    CaseRow after,
    Object nextState,
    Entry entry,
    List<LocalWrite> writes,
    List<StoredSignal> used,
    List<StoredSignal> pending,
    @Nullable Ending ended,
    boolean fresh) {

  /** The case in memory once this is stored. */
  LoadedCase loaded() {
    return new LoadedCase(after, nextState, pending, fresh);
  }
}
