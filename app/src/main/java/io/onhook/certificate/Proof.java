package io.onhook.certificate;

import java.time.Instant;

/**
 * What is sealed when a proof is issued, and what its fingerprint covers.
 *
 * @param number the proof's
 * @param salt 128 secret random bits in hex, so that nobody finds the facts by trying fingerprints
 * @param issuer the operator's name on that day
 * @param issuedAt the product's clock
 * @param facts {@link CertificateFacts} or {@link ReceiptFacts}
 */
record Proof<F>(ProofNumber number, String salt, Words issuer, Instant issuedAt, F facts) {}
