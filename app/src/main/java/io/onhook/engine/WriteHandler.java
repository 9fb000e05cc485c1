package io.onhook.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Makes all local writes of one class, of many cases at once, with one array statement.
 *
 * <p>Writes are inserts or conditional updates. A Spring bean of the module that owns the tables.
 */
public interface WriteHandler<W extends LocalWrite> {
  /** The records it makes. */
  Class<W> type();

  /**
   * Makes these writes, in this order, in the caller's transaction.
   *
   * @return the positions in the list of the writes whose condition did not hold; their steps are
   *     run again, on fresh data. Only writes of {@link LocalStep}s may fail so: a remote effect
   *     that has happened can't be rerun
   * @throws SQLException if the statement fails; the engine then finds the poisoned case by halves
   */
  Set<Integer> write(Connection connection, List<W> writes) throws SQLException;
}
