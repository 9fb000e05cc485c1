package io.onhook.dispute;

import io.onhook.engine.LocalWrite;
import io.onhook.shared.CaseReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a dispute is, beside its case.
 *
 * @param decidedAt when it was decided; the first time counts
 * @param closedAt when billing had done with it; null before
 */
record NoteDispute(
    CaseReference reference, Contested.State state, Instant decidedAt, @Nullable Instant closedAt)
    implements LocalWrite {
  @Override
  public String key() {
    return reference.text();
  }
}
