package io.onhook.trials.field;

import io.onhook.stand.Said;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The product's tables, as the role that owns them sees them. */
public final class Tables implements AutoCloseable {
  private static final int TRIES = 200;
  private static final long PAUSE_MILLIS = 100;

  private final PGSimpleDataSource source = new PGSimpleDataSource();
  private @Nullable Connection connection;

  /** With an address that carries its credentials. */
  Tables(String url) {
    source.setURL(url);
    source.setConnectTimeout(2);
    source.setApplicationName("trials");
  }

  /** Reads one row. */
  public interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** All rows; the database may be away for a while, then it is asked again. */
  public synchronized <T> List<T> all(String query, Reading<T> reading, Object... parameters) {
    return patiently(
        () -> {
          try (PreparedStatement statement = prepared(query, parameters);
              ResultSet rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
              found.add(reading.of(rows));
            }
            return found;
          }
        });
  }

  public <T> T one(String query, Reading<T> reading, Object... parameters) {
    List<T> found = all(query, reading, parameters);
    if (found.size() != 1) {
      throw new Said("One row was expected, not " + found.size() + ", of " + query);
    }
    return found.getFirst();
  }

  /** Changes something, which only planted bugs do. */
  public synchronized void change(String statement, Object... parameters) {
    var unused =
        patiently(
            () -> {
              try (PreparedStatement change = prepared(statement, parameters)) {
                return change.executeUpdate();
              }
            });
  }

  @Override
  public synchronized void close() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new Said("The connection did not close", e);
    }
  }

  private PreparedStatement prepared(String text, Object... parameters) throws SQLException {
    Connection now = connection;
    if (now == null || now.isClosed()) {
      now = source.getConnection();
      connection = now;
    }
    PreparedStatement statement = now.prepareStatement(text);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private interface Work<T> {
    T run() throws SQLException;
  }

  private <T> T patiently(Work<T> work) {
    for (int left = TRIES; ; left--) {
      try {
        return work.run();
      } catch (SQLException e) {
        String state = String.valueOf(e.getSQLState());
        boolean away = state.startsWith("08") || state.startsWith("57") || state.startsWith("53");
        if (!away || left == 0) {
          throw new Said("PostgreSQL: " + e.getMessage(), e);
        }
        drop();
        pause();
      }
    }
  }

  private void drop() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // It is broken anyway, and the next question opens another.
      connection = null;
    }
    connection = null;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said("Interrupted", e);
    }
  }
}
