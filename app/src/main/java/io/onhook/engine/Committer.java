package io.onhook.engine;

import io.onhook.engine.CommitTransaction.Result;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of a node's writers. It stores all that waits in one transaction; while that is under way the
 * next batch gathers: alone a change waits for one commit, under load many share one.
 */
final class Committer implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
  private static final int LARGEST_BATCH = 500;
  private static final long PAUSE_MILLIS = 100;

  private final CommitTransaction transaction;
  private final Desk desk;
  private final BooleanSupplier room;
  private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();

  /** Where the outcome of commits is heard. */
  interface Desk {
    /** The fencing token; empty batches are made of items of other epochs. */
    boolean current(long epoch);

    void stored(Transition transition, long epoch);

    void started(Transition transition, long epoch);

    void stale(Item item);

    void failed(Item item);

    void poisoned(Item item, Exception cause);

    void mailed();
  }

  /**
   * A change that waits for its commit.
   *
   * @param remote what the partner said, if the change came of a remote effect: it must not be lost
   *     when the case has moved meanwhile
   */
  record Item(Transition transition, @Nullable StepOutcome<Object> remote, long epoch) {}

  Committer(CommitTransaction transaction, Desk desk, BooleanSupplier room) {
    this.transaction = transaction;
    this.desk = desk;
    this.room = room;
  }

  void submit(Item item) {
    queue.add(item);
  }

  @Override
  public void run() {
    var batch = new ArrayList<Item>();
    try {
      while (true) {
        batch.add(queue.take());
        queue.drainTo(batch, LARGEST_BATCH - 1);
        store(List.copyOf(batch));
        batch.clear();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void store(List<Item> items) throws InterruptedException {
    List<Item> batch = items;
    while (true) {
      batch = batch.stream().filter(item -> desk.current(item.epoch())).toList();
      if (batch.isEmpty()) {
        return;
      }
      try {
        long epoch = batch.getFirst().epoch();
        tell(
            batch,
            transaction.store(batch.stream().map(Item::transition).toList(), epoch, room),
            epoch);
        return;
      } catch (SQLException | RuntimeException trouble) {
        if (passing(trouble)) {
          LOG.warn("A commit of {} changes is tried again: {}", batch.size(), trouble.getMessage());
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } else {
          halve(batch, trouble);
          return;
        }
      }
    }
  }

  /** One bad row fails a whole statement: by halves the poisoned case stands alone in the end. */
  private void halve(List<Item> batch, Exception cause) throws InterruptedException {
    if (batch.size() == 1) {
      desk.poisoned(batch.getFirst(), cause);
      return;
    }
    int half = batch.size() / 2;
    store(batch.subList(0, half));
    store(batch.subList(half, batch.size()));
  }

  private void tell(List<Item> batch, Result result, long epoch) {
    result.stored().forEach(transition -> desk.stored(transition, epoch));
    result.started().forEach(transition -> desk.started(transition, epoch));
    for (Item item : batch) {
      if (result.stale().contains(item.transition())) {
        desk.stale(item);
      } else if (result.failed().contains(item.transition())) {
        desk.failed(item);
      }
    }
    if (result.mail()) {
      desk.mailed();
    }
  }

  /** The database is away, full, or two transactions were in each other's way: not our content. */
  static boolean passing(Exception trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return passing(sql);
      }
    }
    return false;
  }

  private static boolean passing(SQLException trouble) {
    String state = trouble.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("40")
        || state.startsWith("53")
        || state.startsWith("57")
        || trouble instanceof java.sql.SQLTransientException
        || trouble instanceof java.sql.SQLRecoverableException;
  }
}
