package io.onhook.journal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Writes a root every so often, and a last one at the stop. */
final class RootSchedule implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RootSchedule.class);

  private final RootWriter writer;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("roots").factory());
  private volatile boolean running;

  RootSchedule(RootWriter writer, Duration every) {
    this.writer = writer;
    this.every = every;
  }

  @Override
  public void start() {
    running = true;
    var unused =
        timer.scheduleWithFixedDelay(
            this::write, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    timer.shutdown();
    write();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void write() {
    try {
      writer.write();
    } catch (DataAccessException | RootFolder.Unreadable | java.io.UncheckedIOException e) {
      // The next turn covers what this one could not; operations must know all the same.
      LOG.error("No root was written; the next try is in {}", every, e);
    }
  }
}
