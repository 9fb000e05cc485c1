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

  static final String TABLE =
      "journal.entry (chain, sequence, at, actor, kind, subject, detail, hash)";

  private static final String COLUMNS = " INTO " + TABLE + " ";

  private static final String ARRAYS =
      "unnest(?::bigint[], ?::int[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],"
          + " ?::bytea[])";

  static final String INSERT =
      "WITH writing AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared("
          + WRITERS_LOCK
          + ")) INSERT"
          + COLUMNS
          + "SELECT e.* FROM writing, "
          + ARRAYS
          + " AS e";

  /** The end of a stream moves on, and its entry is written. */
  static final String INSERT_INTO_STREAM =
      "WITH moved AS (UPDATE journal.stream SET sequence = ?, hash = ? WHERE chain = ?), writing AS"
          + " MATERIALIZED (SELECT pg_advisory_xact_lock_shared("
          + WRITERS_LOCK
          + ")) INSERT"
          + COLUMNS
          + "SELECT ?, ?, ?::timestamptz, ?, ?, ?, ?, ? FROM writing";

  /** The entries of those chains that this statement returns as {@code id}; gives these chains. */
  static String insertAfter(String statement) {
    return "WITH kept AS ("
        + statement
        + "), writing AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared("
        + WRITERS_LOCK
        + ")) INSERT"
        + COLUMNS
        + "SELECT e.* FROM writing, "
        + ARRAYS
        + " AS e (chain, sequence, at, actor, kind, subject, detail, hash)"
        + " WHERE e.chain IN (SELECT id FROM kept) RETURNING chain";
  }

  private EntryRows() {}

  /** Sets the parameters of {@link #ARRAYS}, from this one on. */
  static void bind(Connection connection, PreparedStatement insert, int first, List<Entry> entries)
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
    insert.setArray(first, connection.createArrayOf("int8", chains));
    insert.setArray(first + 1, connection.createArrayOf("int4", sequences));
    insert.setArray(first + 2, connection.createArrayOf("timestamptz", instants));
    for (int i = 0; i < texts.length; i++) {
      insert.setArray(first + 3 + i, connection.createArrayOf("text", texts[i]));
    }
    insert.setArray(first + 7, connection.createArrayOf("bytea", hashes));
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
