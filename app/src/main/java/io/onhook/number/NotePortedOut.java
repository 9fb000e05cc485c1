package io.onhook.number;

import io.onhook.engine.LocalWrite;
import io.onhook.shared.Msisdn;
import java.time.Instant;

/**
 * A line has ended, and its number went to another operator with its holder. Fails unless the
 * number is active.
 */
public record NotePortedOut(Msisdn number, Instant at) implements LocalWrite {
  @Override
  public String key() {
    return number.e164();
  }
}
