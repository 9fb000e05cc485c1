package io.onhook.number;

import io.onhook.engine.LocalWrite;
import io.onhook.shared.Msisdn;
import java.time.Instant;

/**
 * A line was seen to have this number. Fails if the number rests: then it would have two owners.
 *
 * @param portedIn whether it belongs to another operator's range
 */
public record NoteActive(Msisdn number, boolean portedIn, Instant at) implements LocalWrite {
  @Override
  public String key() {
    return number.e164();
  }
}
