package io.onhook.certificate;

import io.onhook.shared.CaseReference;
import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of proofs, read. */
final class ProofRows {
  /**
   * One proof, with what became of it.
   *
   * @param revokedAt null while it stands
   * @param file SHA-256 of the signed file, in hex; null before it is printed
   */
  record Row(
      ProofNumber number,
      ProofKind kind,
      Sealed facts,
      String fingerprint,
      Instant issuedAt,
      @Nullable Instant revokedAt,
      @Nullable String file) {}

  private final JdbcClient jdbc;

  ProofRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The name of the data key under which a proof is sealed. */
  static KeyName key(ProofNumber number) {
    return KeyName.of("proof", number.text());
  }

  Optional<Row> find(ProofNumber number) {
    return jdbc.sql(
            """
            SELECT number, kind, facts, fingerprint, issued_at, revoked_at, sha256
              FROM certificate.proof
              LEFT JOIN certificate.revocation USING (number)
              LEFT JOIN certificate.print USING (number)
             WHERE number = ?
            """)
        .param(number.text())
        .query((rows, position) -> row(rows))
        .optional();
  }

  /** The one that was issued for this case and not revoked. */
  Optional<ProofNumber> standing(CaseReference reference, ProofKind kind, String topic) {
    return jdbc.sql(
            """
            SELECT number FROM certificate.proof
             WHERE reference = ? AND kind = ? AND topic = ?
               AND number NOT IN (SELECT number FROM certificate.revocation)
             ORDER BY edition DESC LIMIT 1
            """)
        .params(reference.text(), kind.stored(), topic)
        .query((rows, position) -> new ProofNumber(rows.getString(1)))
        .optional();
  }

  /** All that were ever issued for this case. */
  List<ProofNumber> all(CaseReference reference) {
    return jdbc.sql("SELECT number FROM certificate.proof WHERE reference = ?")
        .param(reference.text())
        .query((rows, position) -> new ProofNumber(rows.getString(1)))
        .list();
  }

  Optional<Sealed> print(ProofNumber number) {
    return jdbc.sql("SELECT pdf FROM certificate.print WHERE number = ?")
        .param(number.text())
        .query(
            (rows, position) ->
                new Sealed(
                    key(number).text(), Base64.getEncoder().encodeToString(rows.getBytes(1))))
        .optional();
  }

  /** Keeps the signed file, unless another one was kept first. */
  void keepPrint(ProofNumber number, Sealed pdf, byte[] sha256, Instant printedAt) {
    jdbc.sql(
            "INSERT INTO certificate.print (number, pdf, sha256, printed_at) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING")
        .params(
            number.text(),
            Base64.getDecoder().decode(pdf.box()),
            sha256,
            printedAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Row row(ResultSet rows) throws SQLException {
    var number = new ProofNumber(rows.getString("number"));
    var revokedAt = rows.getObject("revoked_at", OffsetDateTime.class);
    byte[] sha256 = rows.getBytes("sha256");
    return new Row(
        number,
        ProofKind.ofStored(rows.getString("kind")),
        new Sealed(key(number).text(), Base64.getEncoder().encodeToString(rows.getBytes("facts"))),
        HexFormat.of().formatHex(rows.getBytes("fingerprint")),
        rows.getObject("issued_at", OffsetDateTime.class).toInstant(),
        revokedAt == null ? null : revokedAt.toInstant(),
        sha256 == null ? null : HexFormat.of().formatHex(sha256));
  }
}
