package io.onhook.certificate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What anyone may learn from a proof's number: the least that shows whether the proof stands. */
public sealed interface Verification {
  /**
   * The line has ended, and this certificate stands.
   *
   * @param endedAt when the network let go of the line
   * @param zone in which people read the times
   * @param maskedNumber {@code +86 199••••0001}
   * @param issuer the operator's name at the time of issue
   * @param fingerprint as printed on the certificate: 64 hex digits
   * @param file SHA-256 of the signed file, 64 hex digits; empty if none was ever handed out
   */
  record Valid(
      ProofNumber number,
      Instant endedAt,
      ZoneId zone,
      String maskedNumber,
      Words issuer,
      Instant issuedAt,
      String fingerprint,
      Optional<String> file)
      implements Verification {}

  /** The receipt is real: something was received then. */
  record ValidReceipt(
      ProofNumber number,
      Words title,
      Instant receivedAt,
      ZoneId zone,
      Words issuer,
      String fingerprint,
      Optional<String> file)
      implements Verification {}

  /** It was issued and taken back; it proves nothing any more. */
  record Revoked(ProofNumber number, Instant issuedAt, Instant revokedAt) implements Verification {}

  /**
   * It stands, but what it says was erased when its time of keeping was over. The fingerprint still
   * tells whether a copy is the one that was issued.
   */
  record Erased(ProofNumber number, Instant issuedAt, String fingerprint, Optional<String> file)
      implements Verification {}

  /** No such proof was issued. */
  record Unknown() implements Verification {}

  /** It can't be a number: a character is wrong or missing. */
  record Mistyped() implements Verification {}
}
