package io.onhook.journal;

import io.onhook.shared.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** How entries stand in their table. */
final class EntryRows {
  static final String SELECT =
      "SELECT chain, sequence, at, actor, kind, subject, detail, hash FROM journal.entry";

  /**
   * Writers hold this lock, shared, to the end of their transaction; whoever signs a root takes it
   * alone for a moment and so knows that every position below the newest is committed.
   */
  static final long WRITERS_LOCK = 0x6f6e686f6f6b_01L;

  private static final String COLUMNS =
      " INTO journal.entry (chain, sequence, at, actor, kind, subject, detail, hash) ";

  static final String INSERT =
      "WITH writing AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared("
          + WRITERS_LOCK
          + ")) INSERT"
          + COLUMNS
          + "SELECT e.* FROM writing, unnest(?::bigint[], ?::int[], ?::timestamptz[], ?::text[],"
          + " ?::text[], ?::text[], ?::text[], ?::bytea[]) AS e";

  static final String INSERT_ONE =
      "WITH writing AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared("
          + WRITERS_LOCK
          + ")) INSERT"
          + COLUMNS
          + "SELECT ?, ?, ?::timestamptz, ?, ?, ?, ?, ? FROM writing";

  private EntryRows() {}

  static void bind(Connection connection, PreparedStatement insert, List<Entry> entries)
      throws SQLException {
    int size = entries.size();
    var chains = new Long[size];
    var sequences = new Integer[size];
    var instants = new String[size];
    var texts = new String[4][size];
    var hashes = new byte[size][];
    for (int i = 0; i < size; i++) {
      Entry entry = entries.get(i);
      chains[i] = entry.chain();
      sequences[i] = entry.sequence();
      instants[i] = entry.at().toString();
      texts[0][i] = entry.actor().toString();
      texts[1][i] = entry.kind();
      texts[2][i] = entry.subject();
      texts[3][i] = entry.detail();
      hashes[i] = entry.hash().bytes();
    }
    insert.setArray(1, connection.createArrayOf("int8", chains));
    insert.setArray(2, connection.createArrayOf("int4", sequences));
    insert.setArray(3, connection.createArrayOf("timestamptz", instants));
    for (int i = 0; i < texts.length; i++) {
      insert.setArray(4 + i, connection.createArrayOf("text", texts[i]));
    }
    insert.setArray(8, connection.createArrayOf("bytea", hashes));
  }

  static Entry read(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(1),
        row.getInt(2),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        Actor.parse(row.getString(4)),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        new Hash(row.getBytes(8)));
  }
}
