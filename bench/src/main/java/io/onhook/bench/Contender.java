package io.onhook.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;

/**
 * An engine in the comparison, with a process of eight steps.
 *
 * <p>Workers run only between {@link #begin} and {@link #rest}.
 */
interface Contender extends AutoCloseable {
  String name();

  /** Its connections to the one database. */
  HikariDataSource pool();

  /** Reads what its database and this program spend. */
  Meter meter();

  /** Stores cases that can run at once. */
  void store(int cases, Work work) throws SQLException;

  /** Sets the workers going. */
  void begin(Work work);

  /** The ends of cases are counted here, when they are durable. */
  Ends ends();

  /** Starts one case whose steps do nothing; its end is counted like any other's. */
  void startOne() throws SQLException;

  /** Stops the workers. */
  void rest();

  @Override
  void close();
}
