package io.onhook.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to a channel of the database ({@code NOTIFY}), on a connection that it holds as long as
 * it runs, and takes another when that one breaks. Run it on a thread of its own, which an
 * interrupt ends.
 */
public final class Channel implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Channel.class);
  private static final int LISTEN_MILLIS = 500;

  private final DataSource database;
  private final String name;
  private final Runnable listening;
  private final Consumer<String> heard;

  /**
   * @param database with a connection to spare
   * @param name of the channel; goes into SQL as it is
   * @param listening called each time it listens anew: what was said before has not been heard
   * @param heard takes each payload
   */
  public Channel(DataSource database, String name, Runnable listening, Consumer<String> heard) {
    this.database = database;
    this.name = name;
    this.listening = listening;
    this.heard = heard;
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("LISTEN " + name);
        listening.run();
        listen(connection.unwrap(PGConnection.class));
      } catch (SQLException e) {
        // Whoever listens also looks by itself from time to time: that serves meanwhile.
        LOG.debug("Not listening to {}: {}", name, e.getMessage());
        try {
          TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stop) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private void listen(PGConnection listener) throws SQLException {
    while (!Thread.currentThread().isInterrupted()) {
      var all = listener.getNotifications(LISTEN_MILLIS);
      if (all != null) {
        for (var one : all) {
          heard.accept(one.getParameter());
        }
      }
    }
  }
}
