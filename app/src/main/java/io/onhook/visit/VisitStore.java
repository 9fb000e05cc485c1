package io.onhook.visit;

import io.onhook.branch.Ticket;
import io.onhook.line.LineId;
import io.onhook.shared.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was at which window, about what. */
final class VisitStore {
  private static final String SELECT =
      "SELECT id, ticket_id, round, office, label, line_id, party_id, reference, opened_here,"
          + " began_by, began_at FROM visit.visit ";

  private final JdbcClient jdbc;

  VisitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins this round; nothing happens if it has begun. */
  void begin(Ticket ticket, int round, String staff, Instant now) {
    jdbc.sql(
            """
            INSERT INTO visit.visit (ticket_id, round, office, label, began_by, began_at, look_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ticket_id, round) DO NOTHING
            """)
        .params(
            ticket.id(),
            round,
            ticket.office(),
            ticket.label(),
            staff,
            now.atOffset(ZoneOffset.UTC),
            now.plus(VisitRetention.LOOK).atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Visit> last(long ticket) {
    return jdbc.sql(SELECT + "WHERE ticket_id = ? ORDER BY round DESC LIMIT 1")
        .param(ticket)
        .query(VisitStore::read)
        .optional();
  }

  Optional<Visit> find(long id) {
    return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(VisitStore::read).optional();
  }

  /** Holds it: nothing else is done in this visit until the caller's transaction ends. */
  Optional<Visit> hold(long id) {
    return jdbc.sql(SELECT + "WHERE id = ? FOR UPDATE")
        .param(id)
        .query(VisitStore::read)
        .optional();
  }

  Visit about(
      long id, LineId line, String partyId, @Nullable CaseReference reference, boolean openedHere) {
    jdbc.sql(
            "UPDATE visit.visit SET line_id = :line, party_id = :party, reference = :reference,"
                + " opened_here = :here WHERE id = :id")
        .param("line", line.value())
        .param("party", partyId)
        .param("reference", reference == null ? null : reference.text(), Types.VARCHAR)
        .param("here", openedHere)
        .param("id", id)
        .update();
    return find(id).orElseThrow();
  }

  /** Visits of which somebody has to look whether their time is over. */
  List<Visit> toLookAt(Instant now, int most) {
    return jdbc.sql(SELECT + "WHERE look_at <= ? ORDER BY look_at LIMIT ?")
        .params(now.atOffset(ZoneOffset.UTC), most)
        .query(VisitStore::read)
        .list();
  }

  void lookAt(long id, Instant at) {
    jdbc.sql("UPDATE visit.visit SET look_at = ? WHERE id = ?")
        .params(at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  void erased(long id) {
    jdbc.sql("UPDATE visit.visit SET look_at = NULL WHERE id = ?").param(id).update();
  }

  private static Visit read(ResultSet row, int n) throws SQLException {
    return new Visit(
        row.getLong(1),
        row.getLong(2),
        row.getInt(3),
        row.getString(4),
        row.getString(5),
        Optional.ofNullable(row.getString(6)).map(LineId::new),
        Optional.ofNullable(row.getString(7)),
        Optional.ofNullable(row.getString(8)).map(CaseReference::new),
        row.getBoolean(9),
        row.getString(10),
        row.getObject(11, OffsetDateTime.class).toInstant());
  }
}
