package io.onhook.number;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writing many rows with one array statement, and seeing which of them found their condition. */
final class NumberRows {
  private NumberRows() {}

  static <W> Array texts(Connection connection, List<W> writes, Function<W, String> column)
      throws SQLException {
    return connection.createArrayOf("text", writes.stream().map(column).toArray());
  }

  static <W> Array instants(Connection connection, List<W> writes, Function<W, Instant> column)
      throws SQLException {
    return texts(connection, writes, write -> column.apply(write).toString());
  }

  /**
   * Runs a statement that returns the key of each row that it wrote.
   *
   * @return the positions of those whose key did not come back
   */
  static <W> Set<Integer> missed(
      PreparedStatement statement, List<W> writes, Function<W, String> key) throws SQLException {
    Set<String> written = new HashSet<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        written.add(rows.getString(1));
      }
    }
    Set<Integer> missed = new HashSet<>();
    for (int i = 0; i < writes.size(); i++) {
      if (!written.contains(key.apply(writes.get(i)))) {
        missed.add(i);
      }
    }
    return missed;
  }
}
