package io.onhook.certificate;

import io.onhook.engine.LocalWrite;
import io.onhook.shared.Actor;
import java.time.Instant;

/**
 * Takes a proof back; it stays on record and its page says so. Harmless if repeated. A new one may
 * be issued by a later step.
 *
 * @param reason for the record, without personal data
 */
public record RevokeProof(ProofNumber number, String reason, Actor actor, Instant revokedAt)
    implements LocalWrite {
  @Override
  public String key() {
    return number.text();
  }
}
