package io.onhook.branch;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to change an office's queue: its day is held until the change is stored.
 *
 * <p>Whoever waits for that waits here first, in the order in which they came, and has no
 * connection meanwhile. One busy office would else hold all that there are, only to wait, and the
 * pool gives a free one to whoever is quickest.
 */
final class HeldDays {
  /** As long as for a connection. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DayStore days;
  private final TransactionTemplate transaction;
  private final Map<String, ReentrantLock> doors = new ConcurrentHashMap<>();

  HeldDays(DayStore days, TransactionTemplate transaction) {
    this.days = days;
    this.transaction = transaction;
  }

  /**
   * Changes something of this day, in one transaction. Never called from within another one: who
   * has a connection must not wait for the door.
   *
   * @param change is told whether the day is closed for good
   */
  <T> T change(String office, LocalDate day, Function<Boolean, T> change) {
    ReentrantLock door = doors.computeIfAbsent(office, name -> new ReentrantLock(true));
    enter(door, office);
    try {
      return Objects.requireNonNull(
          transaction.execute(status -> change.apply(days.hold(office, day))));
    } finally {
      door.unlock();
    }
  }

  private static void enter(ReentrantLock door, String office) {
    try {
      if (!door.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CannotAcquireLockException("The queue of " + office + " is busy for too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotAcquireLockException("Interrupted before the queue of " + office, e);
    }
  }

  /** How many wait at the door of this office. */
  int waiting(String office) {
    ReentrantLock door = doors.get(office);
    return door == null ? 0 : door.getQueueLength();
  }
}
