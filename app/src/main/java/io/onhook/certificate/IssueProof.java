package io.onhook.certificate;

import io.onhook.engine.LocalWrite;
import io.onhook.shared.CaseReference;
import io.onhook.vault.Sealed;
import java.time.Instant;

/**
 * Issues a certificate or a receipt. Its condition: none of this kind and topic stands for the case
 * already, so that exactly one is valid at any time.
 *
 * @param number the new proof's
 * @param facts sealed; safe to keep
 * @param fingerprint SHA-256 over the facts and a secret salt, 64 hex digits
 */
public record IssueProof(
    ProofNumber number,
    ProofKind kind,
    CaseReference reference,
    String topic,
    Sealed facts,
    String fingerprint,
    Instant issuedAt)
    implements LocalWrite {
  @Override
  public String key() {
    return reference.text();
  }
}
