package io.onhook.engine;

import io.onhook.engine.CaseRow.Phase;
import io.onhook.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/** Claims and reads cases. */
final class CaseStore {
  private static final Logger LOG = LoggerFactory.getLogger(CaseStore.class);
  private static final String COLUMNS = CaseColumns.list("c.");

  private final JdbcClient jdbc;

  /** Names of processes that were met and that this program does not know. */
  private final Set<String> foreign = ConcurrentHashMap.newKeySet();

  private final Processes processes;

  CaseStore(DataSource database, Processes processes) {
    this.jdbc = JdbcClient.create(database);
    this.processes = processes;
  }

  String installation() {
    return jdbc.sql("SELECT name FROM engine.installation").query(String.class).single();
  }

  /** Takes cases that can go on and that nobody has. */
  List<LoadedCase> claimReady(long epoch, int most) {
    var parameters = new ArrayList<Object>();
    String known = known(parameters);
    parameters.add(most);
    return claim(
        """
        WITH mine AS (
          DELETE FROM engine.ready WHERE case_id = ANY (ARRAY (
            SELECT w.case_id FROM engine.ready w %s
             ORDER BY w.case_id LIMIT ? FOR UPDATE OF w SKIP LOCKED))
          RETURNING case_id)
        """
            .formatted(known),
        epoch,
        parameters);
  }

  /** Takes cases whose timer is due. */
  List<LoadedCase> claimDue(long epoch, int most, Instant now) {
    var parameters = new ArrayList<Object>();
    String known = known(parameters);
    parameters.add(now.atOffset(ZoneOffset.UTC));
    parameters.add(most);
    return claim(
        """
        WITH mine AS (
          DELETE FROM engine.timer WHERE case_id = ANY (ARRAY (
            SELECT w.case_id FROM engine.timer w %s WHERE w.due_at <= ?
             ORDER BY w.due_at LIMIT ? FOR UPDATE OF w SKIP LOCKED))
          RETURNING case_id)
        """
            .formatted(known),
        epoch,
        parameters);
  }

  /**
   * Passes over processes that only other programs know, once one was met: a thousand such cases
   * would be claimed and given up for ever, and no other would have its turn.
   */
  private String known(List<Object> parameters) {
    if (foreign.isEmpty()) {
      return "";
    }
    parameters.add(foreign.toArray(String[]::new));
    return "JOIN engine.live_case k ON k.id = w.case_id AND k.process <> ALL (?)";
  }

  private List<LoadedCase> claim(String mine, long epoch, List<Object> parameters) {
    var all = new ArrayList<>(parameters);
    all.add(epoch);
    return load(
        jdbc.sql(
                mine
                    + "UPDATE engine.live_case c SET owner = ? WHERE c.id = ANY (ARRAY (SELECT"
                    + " case_id FROM mine)) AND c.owner IS NULL RETURNING "
                    + COLUMNS)
            .params(all)
            .query((row, n) -> CaseColumns.read(row))
            .list());
  }

  /** Whether nothing is to be done at this time. */
  boolean idle(Instant now) {
    return jdbc.sql(
            """
            SELECT NOT EXISTS (SELECT FROM engine.ready)
               AND NOT EXISTS (SELECT FROM engine.timer WHERE due_at <= ?)
               AND NOT EXISTS (SELECT FROM engine.mail)
               AND NOT EXISTS (SELECT FROM engine.live_case WHERE owner IS NOT NULL)
            """)
        .param(now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** A case of this epoch as it is now; empty if it is another's, or ended. */
  Optional<LoadedCase> reload(long id, long epoch) {
    return load(
            jdbc.sql("SELECT " + COLUMNS + " FROM engine.live_case c WHERE id = ? AND owner = ?")
                .params(id, epoch)
                .query((row, n) -> CaseColumns.read(row))
                .list())
        .stream()
        .findFirst();
  }

  /** Every case that this epoch owns. */
  List<Long> owned(long epoch) {
    return jdbc.sql("SELECT id FROM engine.live_case WHERE owner = ?")
        .param(epoch)
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /** The last hash of a case's chain, running or ended. */
  Optional<byte[]> hash(long id) {
    return jdbc.sql(
            "SELECT hash FROM engine.live_case WHERE id = ? UNION ALL SELECT hash FROM"
                + " engine.ended_case WHERE id = ?")
        .params(id, id)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  /** A running case with its process's state. */
  Optional<LoadedCase> running(long id) {
    return load(
            jdbc.sql("SELECT " + COLUMNS + " FROM engine.live_case c WHERE id = ?")
                .param(id)
                .query((row, n) -> CaseColumns.read(row))
                .list())
        .stream()
        .findFirst();
  }

  List<LoadedCase> parked(int most) {
    return load(
        jdbc.sql(
                "SELECT "
                    + COLUMNS
                    + " FROM engine.live_case c WHERE phase = ? ORDER BY id LIMIT ?")
            .params(Phase.PARKED.ordinal(), most)
            .query((row, n) -> CaseColumns.read(row))
            .list());
  }

  /** An ended case. */
  record EndedRow(String process, Ending ending, String state, int sequence) {}

  Optional<EndedRow> ended(long id) {
    return jdbc.sql("SELECT process, ending, state, sequence FROM engine.ended_case WHERE id = ?")
        .param(id)
        .query(
            (row, n) ->
                new EndedRow(
                    row.getString(1),
                    Endings.parse(row.getString(2)),
                    row.getString(3),
                    row.getInt(4)))
        .optional();
  }

  Optional<CaseId> byKey(String process, String key) {
    return jdbc.sql("SELECT case_id FROM engine.case_key WHERE process = ? AND case_key = ?")
        .params(process, key)
        .query((row, n) -> new CaseId(row.getLong(1)))
        .optional();
  }

  Map<String, CaseId> byKeys(String process, Set<String> keys) {
    var ids = new HashMap<String, CaseId>();
    jdbc.sql(
            "SELECT case_key, case_id FROM engine.case_key WHERE process = ? AND case_key = ANY"
                + " (?)")
        .params(process, keys.toArray(String[]::new))
        .query(
            row -> {
              ids.put(row.getString(1), new CaseId(row.getLong(2)));
            });
    return ids;
  }

  LoadedCase load(CaseRow row) {
    return load(List.of(row)).getFirst();
  }

  private List<LoadedCase> load(List<CaseRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<StoredSignal>> signals = new HashMap<>();
    jdbc.sql(
            "SELECT case_id, key, kind, actor, payload, sequence FROM engine.signal WHERE case_id ="
                + " ANY (?) AND NOT used ORDER BY case_id, sequence")
        .param(rows.stream().map(CaseRow::id).toArray(Long[]::new))
        .query(
            row -> {
              signals.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(readSignal(row));
            });
    return rows.stream()
        .map(
            row ->
                new LoadedCase(row, state(row), signals.getOrDefault(row.id(), List.of()), false))
        .toList();
  }

  /** One case that can't be read must not keep the others of its claim from going on. */
  private Object state(CaseRow row) {
    if (!processes.knows(row.process())) {
      foreign.add(row.process());
      return new Unreadable("this program does not know " + row.process(), true);
    }
    try {
      return processes.readState(row.process(), row.state());
    } catch (JacksonException wrong) {
      LOG.error("The state of case {} can't be read", row.id(), wrong);
      return new Unreadable("its state can't be read by this program", false);
    }
  }

  private static StoredSignal readSignal(ResultSet row) throws SQLException {
    return new StoredSignal(
        row.getInt(6),
        new Signal(
            row.getString(3), row.getString(2), Actor.parse(row.getString(4)), row.getString(5)));
  }
}
