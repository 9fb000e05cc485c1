package io.onhook.cancellation;

import io.onhook.line.LineId;
import io.onhook.policy.Switching;
import io.onhook.shared.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Switching codes that were given out. */
final class SwitchCodeStore {
  private final JdbcClient jdbc;

  SwitchCodeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A code as it is stored.
   *
   * @param reference of the case that its redemption began; null before
   */
  record Row(
      String digest,
      LineId line,
      String partyId,
      Switching.Code kind,
      Instant goodUntil,
      @Nullable CaseReference reference) {}

  /** Keeps it in place of an earlier one of its line and kind. */
  void keep(Row row, Instant now) {
    jdbc.sql(
            """
            INSERT INTO cancellation.switch_code
              (digest, line_id, party_id, kind, asked_at, good_until)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (line_id, kind) DO UPDATE
            SET digest = EXCLUDED.digest, party_id = EXCLUDED.party_id,
                asked_at = EXCLUDED.asked_at, good_until = EXCLUDED.good_until, reference = NULL
            """)
        .params(
            row.digest(),
            row.line().value(),
            row.partyId(),
            row.kind().name().toLowerCase(Locale.ROOT),
            now.atOffset(ZoneOffset.UTC),
            row.goodUntil().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Row> find(String digest) {
    return jdbc.sql(
            "SELECT digest, line_id, party_id, kind, good_until, reference"
                + " FROM cancellation.switch_code WHERE digest = ?")
        .param(digest)
        .query(SwitchCodeStore::read)
        .optional();
  }

  /** Notes the case; false if another redemption was faster. */
  boolean redeem(String digest, CaseReference reference) {
    return jdbc.sql(
                "UPDATE cancellation.switch_code SET reference = ?"
                    + " WHERE digest = ? AND reference IS NULL")
            .params(reference.text(), digest)
            .update()
        == 1;
  }

  /** Whether a redeemed code only waits for this line's open case to be taken back. */
  boolean isTakingOver(LineId line) {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT 1 FROM cancellation.switch_code code
              WHERE code.line_id = ? AND code.reference IS NOT NULL
                AND NOT EXISTS (
                  SELECT 1 FROM cancellation.request WHERE reference = code.reference))
            """)
        .param(line.value())
        .query(Boolean.class)
        .single();
  }

  private static Row read(ResultSet row, int n) throws SQLException {
    String reference = row.getString(6);
    return new Row(
        row.getString(1),
        new LineId(row.getString(2)),
        row.getString(3),
        Switching.Code.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        reference == null ? null : CaseReference.typed(reference));
  }
}
