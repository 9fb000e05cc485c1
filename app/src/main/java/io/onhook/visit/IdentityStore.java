package io.onhook.visit;

import io.onhook.line.LineId;
import io.onhook.vault.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** IDs that were compared. */
final class IdentityStore {
  private final JdbcClient jdbc;

  IdentityStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(long visit, LineId line, IdentityCheck check, @Nullable Sealed number) {
    jdbc.sql(
            """
            INSERT INTO visit.identity_check
              (visit_id, line_id, kind, fits, sealed_key, sealed_box, checked_by, checked_at)
            VALUES (:visit, :line, :kind, :fits, :key, :box, :by, :at)
            """)
        .param("visit", visit)
        .param("line", line.value())
        .param("kind", check.kind())
        .param("fits", check.fits())
        .param("key", number == null ? null : number.key(), Types.VARCHAR)
        .param("box", number == null ? null : number.box(), Types.VARCHAR)
        .param("by", check.by())
        .param("at", check.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The last comparison of this visit with this line. */
  Optional<IdentityCheck> last(long visit, LineId line) {
    return jdbc.sql(
            "SELECT kind, fits, checked_by, checked_at FROM visit.identity_check"
                + " WHERE visit_id = ? AND line_id = ? ORDER BY id DESC LIMIT 1")
        .params(visit, line.value())
        .query(IdentityStore::read)
        .optional();
  }

  /** The document's number, if the last comparison fitted. */
  Optional<Sealed> number(long visit, LineId line) {
    return jdbc.sql(
            "SELECT sealed_key, sealed_box FROM visit.identity_check"
                + " WHERE visit_id = ? AND line_id = ? AND fits ORDER BY id DESC LIMIT 1")
        .params(visit, line.value())
        .query((row, n) -> new Sealed(row.getString(1), row.getString(2)))
        .optional();
  }

  private static IdentityCheck read(ResultSet row, int n) throws SQLException {
    return new IdentityCheck(
        row.getString(1),
        row.getBoolean(2),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant());
  }
}
