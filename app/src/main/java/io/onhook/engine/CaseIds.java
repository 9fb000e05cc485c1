package io.onhook.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** New case ids, fetched by the block: they grow, with gaps. */
final class CaseIds {
  /** What the sequence grows by at once. */
  private static final int BLOCK = 64;

  private long next;
  private long end;

  /**
   * The next one.
   *
   * @param connection the caller's, whatever becomes of its transaction: whoever waited here for
   *     one of its own would hold up everybody who has one
   */
  synchronized long next(Connection connection) throws SQLException {
    if (next == end) {
      try (Statement fetch = connection.createStatement();
          ResultSet row = fetch.executeQuery("SELECT nextval('engine.case_id')")) {
        row.next();
        next = row.getLong(1);
      }
      end = next + BLOCK;
    }
    return next++;
  }
}
