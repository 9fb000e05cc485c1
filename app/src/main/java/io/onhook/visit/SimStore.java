package io.onhook.visit;

import io.onhook.line.LineId;
import io.onhook.shared.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SIMs that were handed in. */
final class SimStore {
  private static final String SELECT =
      "SELECT s.visit_id, s.kind, s.ending, s.taken_by, s.taken_at, v.reference, s.left_how"
          + " FROM visit.sim AS s JOIN visit.visit AS v ON v.id = s.visit_id ";

  private final JdbcClient jdbc;

  SimStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Sim> of(long visit) {
    return jdbc.sql(SELECT + "WHERE s.visit_id = ?").param(visit).query(SimStore::read).optional();
  }

  void add(Visit visit, LineId line, Sim.Kind kind, String ending, String staff, Instant now) {
    jdbc.sql(
            """
            INSERT INTO visit.sim (visit_id, office, line_id, kind, ending, taken_by, taken_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            visit.id(),
            visit.office(),
            line.value(),
            kind.key(),
            ending,
            staff,
            now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Cards that an office keeps, the oldest first. */
  List<Sim> kept(String office) {
    return jdbc.sql(
            SELECT
                + "WHERE s.office = ? AND s.kind = 'card' AND s.left_at IS NULL"
                + " ORDER BY s.taken_at, s.visit_id LIMIT 500")
        .param(office)
        .query(SimStore::read)
        .list();
  }

  /** Notes that it left; false if it is not there. */
  boolean left(long visit, Sim.Left how, String staff, Instant now) {
    return jdbc.sql(
                "UPDATE visit.sim SET left_how = ?, left_by = ?, left_at = ?"
                    + " WHERE visit_id = ? AND kind = 'card' AND left_at IS NULL")
            .params(how.key(), staff, now.atOffset(ZoneOffset.UTC), visit)
            .update()
        == 1;
  }

  private static Sim read(ResultSet row, int n) throws SQLException {
    return new Sim(
        row.getLong(1),
        Sim.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
        row.getString(3),
        row.getString(4),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString(6)).map(CaseReference::new),
        Optional.ofNullable(row.getString(7))
            .map(how -> Sim.Left.valueOf(how.toUpperCase(Locale.ROOT).replace('-', '_'))));
  }
}
