package io.onhook.call;

import io.onhook.shared.CaseReference;
import java.time.Instant;
import java.util.Optional;

/**
 * What was read to a caller who said yes.
 *
 * @param text exactly; empty once it is erased
 * @param saidAt when they said it
 * @param staff who read it
 * @param reference the case that came of it, if any
 */
public record Consent(
    String text, Instant saidAt, String staff, Optional<CaseReference> reference) {
  /** Never the text. */
  @Override
  public String toString() {
    return "Consent[" + reference + "]";
  }
}
