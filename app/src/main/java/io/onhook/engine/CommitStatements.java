package io.onhook.engine;

import io.onhook.journal.Journal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The array statements of a commit. Each does for all cases of a batch what it says; those of no
 * case are not sent.
 */
final class CommitStatements {
  private static final String END =
      """
      WITH gone AS (
        DELETE FROM engine.live_case c USING unnest(?::int8[], ?::int4[]) AS n(id, expected)
         WHERE c.id = ANY (ARRAY[n.id]) AND c.owner = ? AND c.sequence = n.expected RETURNING c.id),
      no_signals AS (DELETE FROM engine.signal s USING gone WHERE s.case_id = ANY (ARRAY[gone.id])),
      no_timers AS (DELETE FROM engine.timer t USING gone WHERE t.case_id = ANY (ARRAY[gone.id]))
      SELECT id FROM gone\
      """;

  private static final String HISTORY =
      """
      INSERT INTO engine.ended_case (id, process, ending, ended_at, state, sequence, hash)
      SELECT * FROM unnest(?::int8[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::int4[],
                           ?::bytea[])\
      """;

  private static final String INSERT =
      "INSERT INTO engine.live_case ("
          + CaseColumns.list("")
          + ", owner) SELECT n.*, ?::bigint FROM "
          + CaseColumns.unnest(CaseColumns.all());

  private final Connection connection;

  CommitStatements(Connection connection) {
    this.connection = connection;
  }

  /**
   * Stores progress with its journal entries; gives the ids of the cases that were still as
   * expected.
   */
  Set<Long> advance(List<Transition> transitions, long epoch, Journal journal) throws SQLException {
    var progress = Progress.of(transitions, epoch);
    return journal.appendAfter(
        connection,
        progress.sql(),
        progress::bind,
        transitions.stream().map(Transition::entry).toList());
  }

  /** Stores progress; gives the ids of the cases that were still as expected. */
  Set<Long> update(List<Transition> transitions, long epoch) throws SQLException {
    if (transitions.isEmpty()) {
      return Set.of();
    }
    var progress = Progress.of(transitions, epoch);
    try (PreparedStatement update = connection.prepareStatement(progress.sql())) {
      progress.bind(update);
      return ids(update);
    }
  }

  /** Takes ended cases out; gives the ids of those that were still as expected. */
  Set<Long> end(List<Transition> transitions, long epoch) throws SQLException {
    if (transitions.isEmpty()) {
      return Set.of();
    }
    try (PreparedStatement end = connection.prepareStatement(END)) {
      end.setArray(1, array("int8", transitions, t -> t.before().id()));
      end.setArray(2, array("int4", transitions, t -> t.before().head().sequence()));
      end.setLong(3, epoch);
      return ids(end);
    }
  }

  /** Keeps ended cases for ever. */
  void keep(List<Transition> ended) throws SQLException {
    run(
        HISTORY,
        ended,
        new Column<>("int8", t -> t.before().id()),
        new Column<>("text", t -> t.before().process()),
        new Column<>("text", t -> t.ended() == null ? null : Endings.text(t.ended())),
        new Column<>("timestamptz", t -> t.entry().at().toString()),
        new Column<>("text", t -> t.after().state()),
        new Column<>("int4", t -> t.entry().sequence()),
        new Column<>("bytea", t -> t.entry().hash().bytes()));
  }

  /** Inserts running cases; with no owner where the epoch is null. */
  void insert(List<Transition> started, @Nullable Long epoch) throws SQLException {
    if (started.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, epoch, java.sql.Types.BIGINT);
      CaseColumns.bind(
          insert, 2, CaseColumns.all(), started.stream().map(Transition::after).toList());
      insert.executeUpdate();
    }
  }

  /** Keeps one timer a waiting case, and none for others that had one. */
  void timers(List<Transition> transitions) throws SQLException {
    run(
        "INSERT INTO engine.timer (case_id, due_at) SELECT * FROM unnest(?::int8[],"
            + " ?::timestamptz[]) ON CONFLICT (case_id) DO UPDATE SET due_at = excluded.due_at",
        transitions.stream().filter(t -> t.ended() == null && due(t) != null).toList(),
        new Column<>("int8", t -> t.after().id()),
        new Column<>("timestamptz", t -> String.valueOf(due(t))));
    run(
        "DELETE FROM engine.timer WHERE case_id = ANY (?::int8[])",
        transitions.stream()
            .filter(t -> t.before().waitsUntil() != null && due(t) == null)
            .toList(),
        new Column<>("int8", t -> t.after().id()));
  }

  /** Signals that are used up. */
  void useSignals(List<Transition> transitions) throws SQLException {
    record Use(long id, int sequence) {}
    run(
        "UPDATE engine.signal s SET used = true FROM unnest(?::int8[], ?::int4[]) AS n(id,"
            + " sequence) WHERE s.case_id = ANY (ARRAY[n.id]) AND s.sequence ="
            + " n.sequence",
        transitions.stream()
            .filter(t -> t.ended() == null)
            .flatMap(t -> t.used().stream().map(s -> new Use(t.after().id(), s.sequence())))
            .toList(),
        new Column<>("int8", Use::id),
        new Column<>("int4", Use::sequence));
  }

  /** Puts signals to other cases on their way. */
  void mail(List<SignalCase> letters) throws SQLException {
    run(
        "INSERT INTO engine.mail (case_id, kind, key, actor, payload) SELECT * FROM"
            + " unnest(?::int8[], ?::text[], ?::text[], ?::text[], ?::text[])",
        letters,
        new Column<>("int8", letter -> letter.caseId().value()),
        new Column<>("text", letter -> letter.signal().kind()),
        new Column<>("text", letter -> letter.signal().key()),
        new Column<>("text", letter -> letter.signal().actor().toString()),
        new Column<>("text", letter -> letter.signal().payload()));
  }

  /** Lets any node take these cases, and tells the nodes that listen. */
  void ready(List<Long> ids) throws SQLException {
    run(
        "INSERT INTO engine.ready (case_id) SELECT * FROM unnest(?::int8[]) ON CONFLICT DO NOTHING",
        ids,
        new Column<>("int8", id -> id));
    if (!ids.isEmpty()) {
      try (PreparedStatement notify =
          connection.prepareStatement("SELECT pg_notify('" + Engine.READY + "', '')")) {
        notify.execute();
      }
    }
  }

  /** Gives a case up unchanged, with its timer; false if it is not as expected. */
  boolean release(CaseRow row, long epoch) throws SQLException {
    try (PreparedStatement release =
        connection.prepareStatement(
            """
            WITH freed AS (
              UPDATE engine.live_case SET owner = NULL
               WHERE id = ? AND sequence = ? AND owner = ? RETURNING id, waits_until),
            timed AS (
              INSERT INTO engine.timer (case_id, due_at)
              SELECT id, waits_until FROM freed WHERE waits_until IS NOT NULL
                  ON CONFLICT (case_id) DO NOTHING)
            SELECT id FROM freed\
            """)) {
      release.setLong(1, row.id());
      release.setInt(2, row.head().sequence());
      release.setLong(3, epoch);
      return !ids(release).isEmpty();
    }
  }

  private static @Nullable Instant due(Transition transition) {
    return transition.after().waitsUntil();
  }

  private record Column<T>(String type, Function<T, @Nullable Object> value) {}

  @SafeVarargs
  private <T> void run(String sql, List<T> items, Column<T>... columns) throws SQLException {
    if (items.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.length; i++) {
        statement.setArray(i + 1, array(columns[i].type(), items, columns[i].value()));
      }
      statement.executeUpdate();
    }
  }

  private <T> java.sql.Array array(String type, List<T> items, Function<T, @Nullable Object> value)
      throws SQLException {
    return SqlArrays.of(connection, type, items, value);
  }

  private static Set<Long> ids(PreparedStatement statement) throws SQLException {
    var ids = new HashSet<Long>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    return ids;
  }
}
