package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.line.LineId;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The module's tables. */
final class CancellationStore {
  private static final String SELECT =
      "SELECT reference, case_id, line_id, party_id, submitted_by, received_at"
          + " FROM cancellation.request ";

  private final JdbcClient jdbc;

  CancellationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A request, as the tables have it. */
  record Row(
      CaseReference reference,
      CaseId caseId,
      LineId line,
      String partyId,
      Actor submittedBy,
      Instant receivedAt) {}

  /** What a key was answered with. */
  record Answered(String body, CaseReference reference) {}

  void add(Row row, String numberDigest) {
    jdbc.sql(
            """
            INSERT INTO cancellation.request
              (reference, case_id, line_id, party_id, number_digest, submitted_by, received_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.reference().text(),
            row.caseId().value(),
            row.line().value(),
            row.partyId(),
            numberDigest,
            row.submittedBy().toString(),
            row.receivedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Claims the line for this case; false if another case has it. */
  boolean claim(LineId line, CaseReference reference) {
    return jdbc.sql(
                "INSERT INTO cancellation.open_line (line_id, reference) VALUES (?, ?)"
                    + " ON CONFLICT (line_id) DO NOTHING")
            .params(line.value(), reference.text())
            .update()
        == 1;
  }

  /** Takes the key for this body; false if it is taken. */
  boolean take(String scope, String key, String body, CaseReference reference, Instant now) {
    return jdbc.sql(
                "INSERT INTO cancellation.idempotency (scope, key, body, reference, at)"
                    + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (scope, key) DO NOTHING")
            .params(scope, key, body, reference.text(), now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Takes what confirms this request; false if it has confirmed another. */
  boolean spend(Confirmation confirmation, CaseReference reference) {
    return jdbc.sql(
                "INSERT INTO cancellation.confirmation (id, reference) VALUES (?, ?)"
                    + " ON CONFLICT (id) DO NOTHING")
            .params(confirmation.id(), reference.text())
            .update()
        == 1;
  }

  Optional<Answered> answered(String scope, String key) {
    return jdbc.sql(
            "SELECT body, reference FROM cancellation.idempotency WHERE scope = ? AND key = ?")
        .params(scope, key)
        .query((row, n) -> new Answered(row.getString(1), CaseReference.typed(row.getString(2))))
        .optional();
  }

  Optional<CaseReference> open(LineId line) {
    return jdbc.sql("SELECT reference FROM cancellation.open_line WHERE line_id = ?")
        .param(line.value())
        .query((row, n) -> CaseReference.typed(row.getString(1)))
        .optional();
  }

  Optional<Row> find(CaseReference reference) {
    return one("WHERE reference = ?", reference.text());
  }

  Optional<Row> find(CaseId caseId) {
    return one("WHERE case_id = ?", caseId.value());
  }

  List<Row> ofHolder(String partyId) {
    return all("WHERE party_id = ?", partyId);
  }

  List<Row> ofLine(LineId line) {
    return all("WHERE line_id = ?", line.value());
  }

  List<Row> ofNumber(String numberDigest) {
    return all("WHERE number_digest = ?", numberDigest);
  }

  /** Whose refund has not arrived, the earliest due first; reads the whole table. */
  List<CaseReference> refundsDue(int most) {
    return jdbc.sql(
            """
            SELECT reference FROM cancellation.request
             WHERE refund_by IS NOT NULL AND refund_arrived_at IS NULL
             ORDER BY refund_by, reference LIMIT ?
            """)
        .param(most)
        .query((row, n) -> CaseReference.typed(row.getString(1)))
        .list();
  }

  private Optional<Row> one(String where, Object value) {
    return jdbc.sql(SELECT + where).param(value).query(CancellationStore::read).optional();
  }

  private List<Row> all(String where, Object value) {
    return jdbc.sql(SELECT + where + " ORDER BY received_at DESC, reference")
        .param(value)
        .query(CancellationStore::read)
        .list();
  }

  private static Row read(ResultSet row, int n) throws SQLException {
    return new Row(
        CaseReference.typed(row.getString(1)),
        new CaseId(row.getLong(2)),
        new LineId(row.getString(3)),
        row.getString(4),
        Actor.parse(row.getString(5)),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }
}
