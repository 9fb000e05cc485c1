package io.onhook.bar;

import io.onhook.engine.CaseId;
import io.onhook.line.LineId;
import io.onhook.shared.Actor;
import io.onhook.vault.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bars' table. */
final class BarStore {
  private static final String SELECT =
      "SELECT id, case_id, line, reason, placed_by, placed_at, lifted_by, over_at,"
          + " why_key, why_box FROM bar.line_bar ";

  private final JdbcClient jdbc;

  BarStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(
      String id,
      CaseId caseId,
      LineId line,
      Bar.Reason reason,
      Actor by,
      Instant at,
      Optional<Actor> liftedBy,
      Optional<Instant> overAt,
      Sealed why) {}

  /** False if the line is barred already. */
  boolean add(
      String id,
      CaseId caseId,
      LineId line,
      Bar.Reason reason,
      Sealed why,
      Actor actor,
      Instant now) {
    return jdbc.sql(
                """
                INSERT INTO bar.line_bar (id, case_id, line, reason, placed_by, placed_at,
                  why_key, why_box)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (line) WHERE over_at IS NULL DO NOTHING
                """)
            .params(
                id,
                caseId.value(),
                line.value(),
                reason.key(),
                actor.toString(),
                now.atOffset(ZoneOffset.UTC),
                why.key(),
                why.box())
            .update()
        == 1;
  }

  /** Who asked first counts. */
  void liftedBy(String id, Actor actor) {
    jdbc.sql("UPDATE bar.line_bar SET lifted_by = ? WHERE id = ? AND lifted_by IS NULL")
        .params(actor.toString(), id)
        .update();
  }

  Optional<Row> open(LineId line) {
    return jdbc.sql(SELECT + "WHERE line = ? AND over_at IS NULL")
        .param(line.value())
        .query(BarStore::read)
        .optional();
  }

  List<Row> ofLine(LineId line) {
    return jdbc.sql(SELECT + "WHERE line = ? ORDER BY placed_at DESC, id")
        .param(line.value())
        .query(BarStore::read)
        .list();
  }

  private static Row read(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getString(1),
        new CaseId(row.getLong(2)),
        new LineId(row.getString(3)),
        Bar.Reason.ofKey(row.getString(4)),
        Actor.parse(row.getString(5)),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString(7)).map(Actor::parse),
        Optional.ofNullable(row.getObject(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        new Sealed(row.getString(9), row.getString(10)));
  }
}
