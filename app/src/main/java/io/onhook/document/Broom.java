package io.onhook.document;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Erases what is due, again and again. The days are in the table, so that nothing is forgotten by a
 * node that dies.
 */
final class Broom implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Broom.class);

  private final Documents documents;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("papers").factory());
  private volatile boolean running;

  Broom(Documents documents, Duration every) {
    this.documents = documents;
    this.every = every;
  }

  @Override
  public void start() {
    running = true;
    var unused =
        timer.scheduleWithFixedDelay(
            this::sweep, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    try {
      documents.sweep();
    } catch (DataAccessException | TransactionException | IllegalStateException e) {
      // A failed sweep must not end the schedule: the next one comes soon.
      LOG.warn("Papers that are due were not erased", e);
    }
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
