package io.onhook.certificate;

import io.onhook.shared.CaseReference;
import io.onhook.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/** What certificates and receipts have in common: drafted, sealed, opened, printed once. */
final class Proofs {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SALT_BYTES = 16;

  private final Vault vault;
  private final ProofRows rows;
  private final Press press;
  private final Issuer issuer;
  private final RandomGenerator random;
  private final Clock clock;

  /**
   * @param random a secure one: proof numbers and salts are secrets
   */
  Proofs(
      Vault vault,
      ProofRows rows,
      Press press,
      Issuer issuer,
      RandomGenerator random,
      Clock clock) {
    this.vault = vault;
    this.rows = rows;
    this.press = press;
    this.issuer = issuer;
    this.random = random;
    this.clock = clock;
  }

  ProofRows rows() {
    return rows;
  }

  <F> IssueProof draft(
      ProofKind kind, CaseReference reference, String topic, F facts, Instant issuedAt) {
    ProofNumber number = ProofNumber.random(random);
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    String json =
        JSON.writeValueAsString(
            new Proof<>(
                number,
                HexFormat.of().formatHex(salt),
                issuer.name(),
                issuedAt.truncatedTo(ChronoUnit.MICROS),
                facts));
    return new IssueProof(
        number,
        kind,
        reference,
        topic,
        vault.seal(ProofRows.key(number), json),
        HexFormat.of().formatHex(sha256(json.getBytes(StandardCharsets.UTF_8))),
        issuedAt.truncatedTo(ChronoUnit.MICROS));
  }

  /**
   * What a row's proof says; empty once erased.
   *
   * @throws IllegalStateException if the row was tampered with
   */
  <F> Optional<Proof<F>> open(ProofRows.Row row, Class<F> facts) {
    return vault
        .open(row.facts())
        .map(
            json -> {
              Proof<F> proof =
                  JSON.readValue(
                      json, JSON.getTypeFactory().constructParametricType(Proof.class, facts));
              if (!proof.number().equals(row.number())
                  || !row.fingerprint()
                      .equals(
                          HexFormat.of()
                              .formatHex(sha256(json.getBytes(StandardCharsets.UTF_8))))) {
                throw new IllegalStateException(
                    "The row of a proof issued at " + row.issuedAt() + " was tampered with");
              }
              return proof;
            });
  }

  /**
   * The signed file, made at the first call and the same ever after; empty if there is no such
   * proof, or it was erased.
   */
  <F> Optional<byte[]> print(ProofNumber number, Class<F> facts, Function<Proof<F>, Sheet> words) {
    Optional<byte[]> kept = rows.print(number).flatMap(vault::openBytes);
    if (kept.isPresent()) {
      return kept;
    }
    Instant now = clock.instant();
    Optional<Press.Printed> printed = press(number, facts, words, now);
    if (printed.isEmpty() || !printed.get().lasting()) {
      return printed.map(Press.Printed::pdf);
    }
    byte[] pdf = printed.get().pdf();
    rows.keepPrint(number, vault.sealBytes(ProofRows.key(number), pdf), sha256(pdf), now);
    // Another request may have been first: everybody gets the file that was kept.
    return rows.print(number).flatMap(vault::openBytes);
  }

  /**
   * A signed file for this one time, kept nowhere: with something on it that nobody may find later.
   */
  <F> Optional<byte[]> printOnce(
      ProofNumber number, Class<F> facts, Function<Proof<F>, Sheet> words) {
    return press(number, facts, words, clock.instant()).map(Press.Printed::pdf);
  }

  private <F> Optional<Press.Printed> press(
      ProofNumber number, Class<F> facts, Function<Proof<F>, Sheet> words, Instant now) {
    return rows.find(number)
        .flatMap(
            row ->
                open(row, facts)
                    .map(
                        proof ->
                            press.print(
                                words.apply(proof),
                                row.fingerprint(),
                                issuer.verificationOf(number),
                                now)));
  }

  /** Erases all that was ever proved about a case; numbers and fingerprints stay. */
  void erase(CaseReference reference) {
    rows.all(reference).forEach(number -> vault.destroy(ProofRows.key(number)));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
