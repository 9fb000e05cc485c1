package io.onhook.visit;

import io.onhook.line.LineId;
import io.onhook.policy.Acting;
import io.onhook.vault.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who stood at the window. */
final class VisitorStore {
  private final JdbcClient jdbc;

  VisitorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** As stored, sealed. */
  record Row(Acting acting, @Nullable Sealed representative, String by, Instant at) {}

  void add(long visit, LineId line, Row row) {
    Sealed sealed = row.representative();
    jdbc.sql(
            """
            INSERT INTO visit.visitor
              (visit_id, line_id, acting, sealed_key, sealed_box, said_by, said_at)
            VALUES (:visit, :line, :acting, :key, :box, :by, :at)
            """)
        .param("visit", visit)
        .param("line", line.value())
        .param("acting", row.acting().key())
        .param("key", sealed == null ? null : sealed.key(), Types.VARCHAR)
        .param("box", sealed == null ? null : sealed.box(), Types.VARCHAR)
        .param("by", row.by())
        .param("at", row.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The last one of this visit with this line. */
  Optional<Row> last(long visit, LineId line) {
    return jdbc.sql(
            "SELECT acting, sealed_key, sealed_box, said_by, said_at FROM visit.visitor"
                + " WHERE visit_id = ? AND line_id = ? ORDER BY id DESC LIMIT 1")
        .params(visit, line.value())
        .query(VisitorStore::read)
        .optional();
  }

  private static Row read(ResultSet row, int n) throws SQLException {
    String key = row.getString(2);
    return new Row(
        Acting.of(row.getString(1)).orElseThrow(),
        key == null ? null : new Sealed(key, row.getString(3)),
        row.getString(4),
        row.getObject(5, OffsetDateTime.class).toInstant());
  }
}
