package io.onhook.certificate;

import io.onhook.shared.CaseReference;
import io.onhook.shared.Malformed;
import java.time.Instant;
import java.util.Optional;

/** The proofs that lines have ended: drafted by the case's process, verified by anyone. */
public final class Certificates {
  private static final String TOPIC = "ended";

  private final Proofs proofs;

  Certificates(Proofs proofs) {
    this.proofs = proofs;
  }

  /**
   * A certificate to be issued by a local step's outcome. Draft one only where {@link #standing} is
   * empty: the write's condition fails while another certificate of the case stands. A draft that
   * is never written leaves nothing behind but an unused key.
   */
  public IssueProof draft(CertificateFacts facts, Instant issuedAt) {
    return proofs.draft(ProofKind.CERTIFICATE, facts.reference(), TOPIC, facts, issuedAt);
  }

  /** The number of the case's one valid certificate. */
  public Optional<ProofNumber> standing(CaseReference reference) {
    return proofs.rows().standing(reference, ProofKind.CERTIFICATE, TOPIC);
  }

  /**
   * The case's valid certificate as a signed PDF (PDF/A-2a, PAdES baseline B, or T where there is a
   * timestamp authority). Made at the first call, in about a second, and the same ever after. Empty
   * if none stands, or it was erased. For the holder and the case's staff only.
   */
  public Optional<byte[]> pdf(CaseReference reference) {
    return standing(reference)
        .flatMap(number -> proofs.print(number, CertificateFacts.class, CertificateSheet::of));
  }

  /** Whether the proof with this number stands, a certificate or a receipt: for anyone. */
  public Verification verify(String typed) {
    ProofNumber number;
    try {
      number = ProofNumber.typed(typed);
    } catch (Malformed e) {
      return new Verification.Mistyped();
    }
    Optional<ProofRows.Row> found = proofs.rows().find(number);
    if (found.isEmpty()) {
      return new Verification.Unknown();
    }
    ProofRows.Row row = found.get();
    if (row.revokedAt() != null) {
      return new Verification.Revoked(number, row.issuedAt(), row.revokedAt());
    }
    Optional<Verification> standing =
        switch (row.kind()) {
          case CERTIFICATE ->
              proofs.open(row, CertificateFacts.class).map(proof -> valid(row, proof));
          case RECEIPT ->
              proofs.open(row, ReceiptFacts.class).map(proof -> validReceipt(row, proof));
        };
    return standing.orElseGet(
        () ->
            new Verification.Erased(
                number, row.issuedAt(), row.fingerprint(), Optional.ofNullable(row.file())));
  }

  /**
   * Erases what the case's certificates and receipts say, when their time of keeping is over.
   * Copies in people's hands stay valid, and {@link #verify} still knows their fingerprints.
   */
  public void erase(CaseReference reference) {
    proofs.erase(reference);
  }

  private static Verification valid(ProofRows.Row row, Proof<CertificateFacts> proof) {
    return new Verification.Valid(
        proof.number(),
        proof.facts().endedAt(),
        proof.facts().zone(),
        proof.facts().number().masked(),
        proof.issuer(),
        proof.issuedAt(),
        row.fingerprint(),
        Optional.ofNullable(row.file()));
  }

  private static Verification validReceipt(ProofRows.Row row, Proof<ReceiptFacts> proof) {
    return new Verification.ValidReceipt(
        proof.number(),
        proof.facts().title(),
        proof.facts().receivedAt(),
        proof.facts().zone(),
        proof.issuer(),
        row.fingerprint(),
        Optional.ofNullable(row.file()));
  }
}
