package io.onhook.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A node's right to run cases: its epoch, which is the fencing token, and its lease. Whoever loses
 * the lease loses the epoch with all cases in memory, and begins anew under another.
 *
 * <p>The lease is reckoned by the database's time; here only its remaining length is watched, from
 * before the renewal was asked for, so that this node always thinks it shorter than it is.
 */
final class Tenure {
  private final JdbcClient jdbc;
  private final long epoch;
  private final Duration lease;
  private final Semaphore room;
  private final Map<Long, Boolean> memory = new ConcurrentHashMap<>();
  private volatile long endsAtNanos;

  private Tenure(JdbcClient jdbc, long epoch, Duration lease, int most, long endsAtNanos) {
    this.jdbc = jdbc;
    this.epoch = epoch;
    this.lease = lease;
    this.room = new Semaphore(most);
    this.endsAtNanos = endsAtNanos;
  }

  /**
   * Begins a tenure.
   *
   * @param most cases in memory
   */
  static Tenure begin(DataSource database, String name, Duration lease, int most) {
    var jdbc = JdbcClient.create(database);
    long asked = System.nanoTime();
    long epoch =
        jdbc.sql(
                "INSERT INTO engine.node (name, process, lease_until) VALUES (?, ?, now() + ? *"
                    + " interval '1 millisecond') RETURNING epoch")
            .params(name, ownProcess(), lease.toMillis())
            .query(Long.class)
            .single();
    return new Tenure(jdbc, epoch, lease, most, asked + lease.toNanos());
  }

  long epoch() {
    return epoch;
  }

  /** Extends the lease; false if it was taken over meanwhile. */
  boolean renew() {
    long asked = System.nanoTime();
    int rows =
        jdbc.sql(
                "UPDATE engine.node SET lease_until = now() + ? * interval '1 millisecond' WHERE"
                    + " epoch = ?")
            .params(lease.toMillis(), epoch)
            .update();
    if (rows == 1) {
      endsAtNanos = asked + lease.toNanos();
    }
    return rows == 1;
  }

  /** Whether a call that may take this long can begin now and end under the lease. */
  boolean lasts(Duration timeout) {
    return endsAtNanos - System.nanoTime() > timeout.toNanos();
  }

  /** Takes a case into memory; false if it is there already or there is no room. */
  boolean admit(long id) {
    if (!room.tryAcquire()) {
      return false;
    }
    if (memory.putIfAbsent(id, true) != null) {
      room.release();
      return false;
    }
    return true;
  }

  void forget(long id) {
    if (memory.remove(id) != null) {
      room.release();
    }
  }

  boolean holds(long id) {
    return memory.containsKey(id);
  }

  int room() {
    return room.availablePermits();
  }

  /** Gives the lease up at an orderly stop; all cases were released before. */
  void end(List<Long> freed) {
    freed.forEach(this::forget);
    jdbc.sql("DELETE FROM engine.node WHERE epoch = ?").param(epoch).update();
  }

  /** This process, so that others on the same machine can see when it is gone. */
  private static String ownProcess() {
    return ProcessIdentity.of(ProcessHandle.current().pid()).orElse("unknown");
  }
}
