package io.onhook.visit;

import io.onhook.shared.CaseReference;
import io.onhook.vault.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What visitors signed. */
final class SignatureStore {
  private static final String SELECT =
      "SELECT visit_id, reference, hash, way, list_key, list_box, mark_key, mark_box, taken_by,"
          + " signed_at FROM visit.signature ";

  private final JdbcClient jdbc;

  SignatureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** As stored, sealed. */
  record Row(
      long visit,
      CaseReference reference,
      String hash,
      String way,
      Sealed list,
      Sealed mark,
      String by,
      Instant at) {}

  void add(Row row) {
    jdbc.sql(
            """
            INSERT INTO visit.signature (visit_id, reference, hash, way, list_key, list_box,
              mark_key, mark_box, taken_by, signed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.visit(),
            row.reference().text(),
            row.hash(),
            row.way(),
            row.list().key(),
            row.list().box(),
            row.mark().key(),
            row.mark().box(),
            row.by(),
            row.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Row> of(long visit) {
    return jdbc.sql(SELECT + "WHERE visit_id = ?")
        .param(visit)
        .query(SignatureStore::read)
        .optional();
  }

  List<Row> of(CaseReference reference) {
    return jdbc.sql(SELECT + "WHERE reference = ? ORDER BY signed_at")
        .param(reference.text())
        .query(SignatureStore::read)
        .list();
  }

  private static Row read(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getLong(1),
        new CaseReference(row.getString(2)),
        row.getString(3),
        row.getString(4),
        new Sealed(row.getString(5), row.getString(6)),
        new Sealed(row.getString(7), row.getString(8)),
        row.getString(9),
        row.getObject(10, OffsetDateTime.class).toInstant());
  }
}
