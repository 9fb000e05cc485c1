package io.onhook.engine;

import io.onhook.engine.CaseRow.Phase;
import io.onhook.journal.Head;
import io.onhook.shared.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes new cases out of wishes, each at most once by its key. */
final class Starts {
  private static final String KEYS =
      """
      INSERT INTO engine.case_key (process, case_key, case_id)
      SELECT * FROM unnest(?::text[], ?::text[], ?::int8[]) ON CONFLICT DO NOTHING
      RETURNING case_id\
      """;

  private final Processes processes;
  private final Settling settling;
  private final CaseIds ids;

  Starts(Processes processes, Settling settling, CaseIds ids) {
    this.processes = processes;
    this.settling = settling;
    this.ids = ids;
  }

  /** One wish. */
  record Wish(StartCase<?> start, Actor actor) {}

  /**
   * Reserves the keys and gives the first change of each case whose key was free; the caller stores
   * them.
   */
  List<Transition> begin(Connection connection, List<Wish> wishes, Instant now)
      throws SQLException {
    if (wishes.isEmpty()) {
      return List.of();
    }
    // In the order of keys, against deadlocks, and each key once.
    Map<String, Wish> byKey = new TreeMap<>();
    for (Wish wish : wishes) {
      byKey.putIfAbsent(wish.start().key(), wish);
    }
    Map<Long, Wish> byId = new LinkedHashMap<>();
    for (Wish wish : byKey.values()) {
      byId.put(ids.next(connection), wish);
    }
    Set<Long> free = reserve(connection, byId);
    var begun = new ArrayList<Transition>();
    byId.forEach(
        (id, wish) -> {
          if (free.contains(id)) {
            begun.add(begin(id, wish, now));
          }
        });
    return begun;
  }

  private Transition begin(long id, Wish wish, Instant now) {
    CaseProcess<?> process = wish.start().process();
    Object state = wish.start().state();
    CaseRow blank =
        new CaseRow(
            id,
            process.id(),
            process.nodes().getFirst().name(),
            Phase.RUN,
            false,
            false,
            1,
            null,
            null,
            null,
            null,
            null,
            processes.write(state),
            Head.ofNew(id));
    return settling.begin(blank, state, wish.actor(), now);
  }

  private static Set<Long> reserve(Connection connection, Map<Long, Wish> byId)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(KEYS)) {
      insert.setArray(
          1,
          connection.createArrayOf(
              "text", byId.values().stream().map(wish -> wish.start().process().name()).toArray()));
      insert.setArray(
          2,
          connection.createArrayOf(
              "text", byId.values().stream().map(wish -> wish.start().caseKey()).toArray()));
      insert.setArray(3, connection.createArrayOf("int8", byId.keySet().toArray()));
      var free = new HashSet<Long>();
      try (ResultSet rows = insert.executeQuery()) {
        while (rows.next()) {
          free.add(rows.getLong(1));
        }
      }
      return free;
    }
  }
}
