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

/** The tables of the work list. A claim that has lapsed is none, whoever reads it. */
final class WorkItemStore {
  private static final String OPEN = "done_at IS NULL AND decided_at IS NULL";
  private static final String SELECT =
      """
      SELECT id, case_id, process, step, kind, why, since, due_at,
             CASE WHEN claimed_at > :free THEN claimed_by END,
             CASE WHEN claimed_at > :free THEN claimed_at END, label, waiting_until, round
        FROM worklist.item AS i
      """;
  private static final String MATCHES =
      "WHERE "
          + OPEN
          + """
           AND kind = :kind
           AND (:process::text IS NULL OR process = :process)
           AND (:step::text IS NULL OR step = :step)
           AND (:label::text IS NULL OR label = :label)
           AND (:due::timestamptz IS NULL OR due_at < :due)
           AND (:mine::text IS NULL OR claimed_by = :mine AND claimed_at > :free)
           AND CASE :state
               WHEN 'TO_DO' THEN waiting_until IS NULL
               WHEN 'FREE' THEN waiting_until IS NULL
                                AND (claimed_by IS NULL OR claimed_at <= :free)
               WHEN 'CLAIMED' THEN claimed_at > :free
               WHEN 'SECOND' THEN waiting_until IS NULL AND EXISTS (
                   SELECT FROM worklist.verdict v WHERE v.item = i.id AND v.round = i.round)
               WHEN 'WAITING' THEN waiting_until IS NOT NULL
               END
          """;

  private final JdbcClient jdbc;
  private final Duration claim;

  WorkItemStore(JdbcClient jdbc, Duration claim) {
    this.jdbc = jdbc;
    this.claim = claim;
  }

  List<WorkItem> open(WorkQuery query, int offset, int limit, Instant now) {
    return asked(SELECT + MATCHES + " ORDER BY due_at, id OFFSET :offset LIMIT :limit", query, now)
        .param("offset", offset)
        .param("limit", limit)
        .query(WorkItemStore::read)
        .list()
        .stream()
        .map(this::withVerdicts)
        .toList();
  }

  int count(WorkQuery query, Instant now) {
    return asked("SELECT count(*) FROM worklist.item AS i " + MATCHES, query, now)
        .query(Integer.class)
        .single();
  }

  private JdbcClient.StatementSpec asked(String sql, WorkQuery query, Instant now) {
    Instant dueBefore = query.dueBefore();
    return jdbc.sql(sql)
        .param("kind", query.kind().name())
        .param("process", query.process(), Types.VARCHAR)
        .param("step", query.step(), Types.VARCHAR)
        .param("label", query.label(), Types.VARCHAR)
        .param("due", dueBefore == null ? null : utc(dueBefore), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("mine", query.claimedBy(), Types.VARCHAR)
        .param("state", query.state().name())
        .param("free", free(now));
  }

  List<WorkItem> ofCase(CaseId caseId, Instant now) {
    return items("WHERE case_id = :case ORDER BY id", caseId, now).stream()
        .map(this::withVerdicts)
        .toList();
  }

  Optional<WorkItem> openOf(CaseId caseId, Instant now) {
    return items("WHERE " + OPEN + " AND case_id = :case ORDER BY id DESC LIMIT 1", caseId, now)
        .stream()
        .findFirst()
        .map(this::withVerdicts);
  }

  private List<WorkItem> items(String where, CaseId caseId, Instant now) {
    return jdbc.sql(SELECT + where)
        .param("case", caseId.value())
        .param("free", free(now))
        .query(WorkItemStore::read)
        .list();
  }

  /** The open item at this step, locked for the rest of the transaction. */
  Optional<WorkItem> lock(CaseId caseId, String step, Instant now) {
    return jdbc.sql(SELECT + "WHERE " + OPEN + " AND case_id = :case AND step = :step FOR UPDATE")
        .param("case", caseId.value())
        .param("step", step)
        .param("free", free(now))
        .query(WorkItemStore::read)
        .optional()
        .map(this::withVerdicts);
  }

  boolean claim(long item, String staff, Instant now) {
    return jdbc.sql(
                "UPDATE worklist.item SET claimed_by = ?, claimed_at = ? WHERE id = ? AND "
                    + OPEN
                    + " AND (claimed_by IS NULL OR claimed_by = ? OR claimed_at <= ?)")
            .params(staff, utc(now), item, staff, free(now))
            .update()
        == 1;
  }

  /** Who has it now; empty if it is open and free, or done. */
  Optional<String> claimant(long item, Instant now) {
    return jdbc.sql(
            "SELECT claimed_by FROM worklist.item WHERE id = ? AND claimed_at > ? AND " + OPEN)
        .params(item, free(now))
        .query(String.class)
        .optional();
  }

  void release(long item, String staff) {
    jdbc.sql(
            "UPDATE worklist.item SET claimed_by = NULL, claimed_at = NULL"
                + " WHERE id = ? AND claimed_by = ?")
        .params(item, staff)
        .update();
  }

  /** False if this person has spoken already in this round. */
  boolean add(WorkItem item, Verdict verdict) {
    return jdbc.sql(
                """
                INSERT INTO worklist.verdict (item, round, staff, at, approved, reasons, text)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (item, round, staff) DO NOTHING
                """)
            .params(
                item.id(),
                item.round(),
                verdict.staff(),
                utc(verdict.at()),
                verdict.approved(),
                verdict.reasons().toArray(String[]::new),
                verdict.text())
            .update()
        == 1;
  }

  void ask(long item, Instant until, Instant dueAt) {
    jdbc.sql(
            """
            UPDATE worklist.item
               SET waiting_until = ?, due_at = ?, round = round + 1,
                   claimed_by = NULL, claimed_at = NULL
             WHERE id = ?
            """)
        .params(utc(until), utc(dueAt), item)
        .update();
  }

  /** All is said anew from now on. */
  WorkItem nextRound(WorkItem item) {
    int round =
        jdbc.sql("UPDATE worklist.item SET round = round + 1 WHERE id = ? RETURNING round")
            .param(item.id())
            .query(Integer.class)
            .single();
    return item.inRound(round);
  }

  void decided(long item, Instant now) {
    jdbc.sql("UPDATE worklist.item SET decided_at = ? WHERE id = ?")
        .params(utc(now), item)
        .update();
  }

  private WorkItem withVerdicts(WorkItem item) {
    List<Verdict> verdicts =
        jdbc.sql(
                "SELECT staff, at, approved, reasons, text, round FROM worklist.verdict"
                    + " WHERE item = ? ORDER BY round, at, staff")
            .param(item.id())
            .query(
                (row, n) ->
                    new Verdict(
                        row.getString(1),
                        instant(row, 2).orElseThrow(),
                        row.getBoolean(3),
                        List.of((String[]) row.getArray(4).getArray()),
                        row.getString(5),
                        row.getInt(6)))
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
        row.getString(11),
        instant(row, 12),
        row.getInt(13),
        List.of());
  }

  /** Claims from before this instant have lapsed. */
  private OffsetDateTime free(Instant now) {
    return utc(now.minus(claim));
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
