package io.onhook.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears from the database that cases are ready, on a connection of its own. */
final class Wakeups implements Runnable {
  /** The channel that every node listens to. */
  static final String CHANNEL = "onhook_ready";

  private static final Logger LOG = LoggerFactory.getLogger(Wakeups.class);
  private static final int LISTEN_MILLIS = 500;

  private final DataSource database;
  private final Runnable wake;

  Wakeups(DataSource database, Runnable wake) {
    this.database = database;
    this.wake = wake;
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("LISTEN " + CHANNEL);
        PGConnection listener = connection.unwrap(PGConnection.class);
        while (!Thread.currentThread().isInterrupted()) {
          var heard = listener.getNotifications(LISTEN_MILLIS);
          if (heard != null && heard.length > 0) {
            wake.run();
          }
        }
      } catch (SQLException e) {
        // The slow poll serves meanwhile.
        LOG.debug("Not listening: {}", e.getMessage());
        try {
          TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stop) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
