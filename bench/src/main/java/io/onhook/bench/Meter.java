package io.onhook.bench;

import io.onhook.stand.Said;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javax.sql.DataSource;

/** Reads what a run has cost: log of the database, rows written, memory. */
final class Meter {
  private final DataSource database;

  Meter(DataSource database) {
    this.database = database;
  }

  /** How long PostgreSQL's write-ahead log is. */
  double walBytes() {
    return number("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
  }

  /** Rows inserted, updated and deleted in this database, as far as its sessions have told. */
  double rowsWritten() {
    return number(
        "SELECT tup_inserted + tup_updated + tup_deleted FROM pg_stat_database WHERE datname ="
            + " current_database()");
  }

  /** Seconds of CPU that this program and PostgreSQL have used. */
  double cpuSeconds() {
    return Cpu.of(ProcessHandle.current().pid()) + databaseCpuSeconds();
  }

  /** Seconds of CPU that all of PostgreSQL's processes have used, ended ones too. */
  double databaseCpuSeconds() {
    return ask("SELECT pg_backend_pid()", session -> Cpu.ofFamily(parent((long) session)));
  }

  double number(String sql) {
    return ask(sql, number -> number);
  }

  /** The server that a session belongs to, as long as the session is there. */
  private static long parent(long session) {
    return ProcessHandle.of(session)
        .flatMap(ProcessHandle::parent)
        .orElseThrow(() -> new Said("PostgreSQL does not run on this machine"))
        .pid();
  }

  /** Reads a number, and makes of it what needs the session to be still there. */
  private double ask(String sql, DoubleUnaryOperator then) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return then.applyAsDouble(row.getDouble(1));
    } catch (SQLException e) {
      throw new Said("Could not measure: " + e.getMessage(), e);
    }
  }

  /** Makes runs alike: none inherits another's garbage, in the tables or in memory. */
  void tidy() {
    Pools.execute(database, "VACUUM ANALYZE");
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** The most heap in use since {@link #tidy}, in MB. */
  static double peakHeap() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1_048_576.0;
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
