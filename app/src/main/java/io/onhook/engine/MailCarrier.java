package io.onhook.engine;

import io.onhook.shared.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Brings signals from case to case: each is taken in and crossed off in one transaction of its own,
 * so that no two cases are ever locked at once.
 */
final class MailCarrier implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(MailCarrier.class);
  private static final long LOOK_MILLIS = 1_000;

  private final DataSource database;
  private final SignalDesk desk;
  private final LongSupplier epoch;
  private final Adopter adopter;
  private final Semaphore bell = new Semaphore(0);

  /** Runs on a case that nobody ran. */
  interface Adopter {
    void adopt(CaseRow row, long epoch);
  }

  MailCarrier(DataSource database, SignalDesk desk, LongSupplier epoch, Adopter adopter) {
    this.database = database;
    this.desk = desk;
    this.epoch = epoch;
    this.adopter = adopter;
  }

  /** There is mail. */
  void ring() {
    bell.release();
  }

  @Override
  public void run() {
    try {
      while (true) {
        bell.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        bell.drainPermits();
        try {
          while (carryOne()) {
            // Until the box is empty.
          }
        } catch (SQLException | DataAccessException e) {
          LOG.warn("Mail between cases waits: {}", e.getMessage());
        } catch (RuntimeException bug) {
          LOG.error("Mail between cases stumbled", bug);
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private record Letter(long id, CaseId to, Signal signal) {}

  private boolean carryOne() throws SQLException {
    long owner = epoch.getAsLong();
    Carried carried = carryOne(owner);
    CaseRow row = carried.awoken();
    if (row != null) {
      adopter.adopt(row, owner);
    }
    return carried.some();
  }

  /**
   * What became of the oldest letter.
   *
   * @param some there was one
   * @param awoken the case that it woke
   */
  private record Carried(boolean some, @Nullable CaseRow awoken) {}

  private Carried carryOne(long owner) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Letter letter = next(connection);
        if (letter == null) {
          connection.rollback();
          return new Carried(false, null);
        }
        SignalDesk.Taken taken = desk.take(connection, letter.to(), letter.signal(), owner);
        crossOff(connection, letter.id());
        connection.commit();
        return new Carried(true, taken.row());
      } catch (SQLException | RuntimeException e) {
        CommitTransaction.rollback(connection, e);
        throw e;
      }
    }
  }

  private static @Nullable Letter next(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, case_id, kind, key, actor, payload FROM engine.mail ORDER BY id LIMIT 1"
                    + " FOR UPDATE SKIP LOCKED");
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? new Letter(
              row.getLong(1),
              new CaseId(row.getLong(2)),
              new Signal(
                  row.getString(3),
                  row.getString(4),
                  Actor.parse(row.getString(5)),
                  row.getString(6)))
          : null;
    }
  }

  private static void crossOff(Connection connection, long id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM engine.mail WHERE id = ?")) {
      delete.setLong(1, id);
      delete.executeUpdate();
    }
  }
}
