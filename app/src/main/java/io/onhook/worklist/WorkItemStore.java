package io.onhook.worklist;

import io.onhook.engine.CaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the work list. */
final class WorkItemStore {
  /** A claim that nobody renews lapses, so that work does not lie on a sick colleague's desk. */
  static final Duration CLAIM = Duration.ofMinutes(30);

  private static final String OPEN = "done_at IS NULL AND decided_at IS NULL";
  private static final String MATCHES =
      "WHERE "
          + OPEN
          + """
           AND kind = :kind
           AND (:process::text IS NULL OR process = :process)
           AND (:due::timestamptz IS NULL OR due_at < :due)
          """;
  private static final String SELECT =
      """
      SELECT id, case_id, process, step, kind, why, since, due_at, claimed_by, claimed_at
        FROM worklist.item
      """;

  private final JdbcClient jdbc;

  WorkItemStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<WorkItem> open(WorkQuery query, int limit) {
    return asked(SELECT + MATCHES + " ORDER BY due_at, id LIMIT :limit", query)
        .param("limit", limit)
        .query(WorkItemStore::read)
        .list()
        .stream()
        .map(this::withVerdicts)
        .toList();
  }

  int count(WorkQuery query) {
    return asked("SELECT count(*) FROM worklist.item " + MATCHES, query)
        .query(Integer.class)
        .single();
  }

  private JdbcClient.StatementSpec asked(String sql, WorkQuery query) {
    Instant dueBefore = query.dueBefore();
    return jdbc.sql(sql)
        .param("kind", query.kind().name())
        .param("process", query.process(), Types.VARCHAR)
        .param("due", dueBefore == null ? null : utc(dueBefore), Types.TIMESTAMP_WITH_TIMEZONE);
  }

  List<WorkItem> ofCase(CaseId caseId) {
    return jdbc
        .sql(SELECT + "WHERE case_id = ? ORDER BY id")
        .param(caseId.value())
        .query(WorkItemStore::read)
        .list()
        .stream()
        .map(this::withVerdicts)
        .toList();
  }

  Optional<WorkItem> openOf(CaseId caseId) {
    return jdbc.sql(SELECT + "WHERE " + OPEN + " AND case_id = ? ORDER BY id DESC LIMIT 1")
        .param(caseId.value())
        .query(WorkItemStore::read)
        .optional()
        .map(this::withVerdicts);
  }

  /** The open item at this step, locked for the rest of the transaction. */
  Optional<WorkItem> lock(CaseId caseId, String step) {
    return jdbc.sql(SELECT + "WHERE " + OPEN + " AND case_id = ? AND step = ? FOR UPDATE")
        .params(caseId.value(), step)
        .query(WorkItemStore::read)
        .optional()
        .map(this::withVerdicts);
  }

  boolean claim(long item, String staff, Instant now) {
    return jdbc.sql(
                "UPDATE worklist.item SET claimed_by = ?, claimed_at = ? WHERE id = ? AND "
                    + OPEN
                    + " AND (claimed_by IS NULL OR claimed_by = ? OR claimed_at <= ?)")
            .params(staff, utc(now), item, staff, utc(now.minus(CLAIM)))
            .update()
        == 1;
  }

  void release(long item, String staff) {
    jdbc.sql(
            "UPDATE worklist.item SET claimed_by = NULL, claimed_at = NULL"
                + " WHERE id = ? AND claimed_by = ?")
        .params(item, staff)
        .update();
  }

  /** False if this person has spoken already. */
  boolean add(long item, Verdict verdict) {
    return jdbc.sql(
                """
                INSERT INTO worklist.verdict (item, staff, at, approved, reasons, text)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (item, staff) DO NOTHING
                """)
            .params(
                item,
                verdict.staff(),
                utc(verdict.at()),
                verdict.approved(),
                verdict.reasons().toArray(String[]::new),
                verdict.text())
            .update()
        == 1;
  }

  void decided(long item, Instant now) {
    jdbc.sql("UPDATE worklist.item SET decided_at = ? WHERE id = ?")
        .params(utc(now), item)
        .update();
  }

  private WorkItem withVerdicts(WorkItem item) {
    List<Verdict> verdicts =
        jdbc.sql(
                "SELECT staff, at, approved, reasons, text FROM worklist.verdict"
                    + " WHERE item = ? ORDER BY at, staff")
            .param(item.id())
            .query(
                (row, n) ->
                    new Verdict(
                        row.getString(1),
                        instant(row, 2).orElseThrow(),
                        row.getBoolean(3),
                        List.of((String[]) row.getArray(4).getArray()),
                        row.getString(5)))
            .list();
    return item.with(verdicts);
  }

  private static WorkItem read(ResultSet row, int n) throws SQLException {
    return new WorkItem(
        row.getLong(1),
        new CaseId(row.getLong(2)),
        row.getString(3),
        row.getString(4),
        WorkItem.Kind.valueOf(row.getString(5)),
        row.getString(6),
        instant(row, 7).orElseThrow(),
        instant(row, 8).orElseThrow(),
        Optional.ofNullable(row.getString(9)),
        instant(row, 10),
        List.of());
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
