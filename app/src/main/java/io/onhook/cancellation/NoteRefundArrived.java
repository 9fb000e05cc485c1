package io.onhook.cancellation;

import io.onhook.engine.LocalWrite;
import io.onhook.shared.CaseReference;
import java.time.Instant;

/**
 * The bank has confirmed a refund: kept beside what was promised.
 *
 * @param reference whose
 * @param at when
 */
record NoteRefundArrived(CaseReference reference, Instant at) implements LocalWrite {
  @Override
  public String key() {
    return reference.text();
  }
}
