package io.onhook.engine;

import java.util.List;
import java.util.Optional;

/**
 * A case in a node's memory.
 *
 * @param row as stored
 * @param state decoded
 * @param pending unused signals, oldest first
 * @param fresh this node stored the intent itself and has not called yet: no need to ask
 */
record LoadedCase(CaseRow row, Object state, List<StoredSignal> pending, boolean fresh) {
  /** The same case, of which it is not known whether its call has begun. */
  LoadedCase asking() {
    return new LoadedCase(row, state, pending, false);
  }

  /**
   * Whether an effect of the step that stands here could exist. A partner's "not done" is no proof:
   * its books may be behind, and what nobody takes back would stay.
   */
  boolean mayHaveHappened() {
    return row.attempt() > 1 || (row.armed() && !fresh);
  }

  Optional<StoredSignal> pending(String kind) {
    return pending.stream().filter(stored -> stored.signal().kind().equals(kind)).findFirst();
  }

  List<Signal> signals() {
    return pending.stream().map(StoredSignal::signal).toList();
  }
}
