package io.onhook.number;

import io.onhook.engine.LocalWrite;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Msisdn;
import java.time.Instant;

/**
 * A line has ended: its number rests. Fails unless the number is active.
 *
 * @param reference the case that ended the line
 * @param restsUntil before this it is given to nobody
 * @param portUntil until then its last holder may port it to another operator
 */
public record BeginQuarantine(
    Msisdn number, CaseReference reference, Instant at, Instant restsUntil, Instant portUntil)
    implements LocalWrite {
  @Override
  public String key() {
    return number.e164();
  }
}
