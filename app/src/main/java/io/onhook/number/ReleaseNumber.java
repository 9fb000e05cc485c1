package io.onhook.number;

import io.onhook.engine.LocalWrite;
import io.onhook.shared.CaseReference;
import java.time.Instant;

/** A number has rested long enough. Fails if it no longer rests, or not long enough yet. */
record ReleaseNumber(CaseReference reference, Instant at) implements LocalWrite {
  @Override
  public String key() {
    return reference.text();
  }
}
