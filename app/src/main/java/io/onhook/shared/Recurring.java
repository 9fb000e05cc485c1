package io.onhook.shared;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does something again and again, by real time, on a thread of its own, while the service runs.
 * What fails is logged and does not end it: the next turn covers what this one could not.
 */
public final class Recurring implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

  private final String name;
  private final Duration every;
  private final Runnable work;
  private final boolean lastly;
  private @Nullable ScheduledExecutorService timer;

  private Recurring(String name, Duration every, Runnable work, boolean lastly) {
    this.name = name;
    this.every = every;
    this.work = work;
    this.lastly = lastly;
  }

  /**
   * With such a pause between two turns, and one before the first.
   *
   * @param name of the thread, and in the log
   */
  public static Recurring every(Duration pause, String name, Runnable work) {
    return new Recurring(name, pause, work, false);
  }

  /** The same, and once more when the service stops. */
  public Recurring andAtTheStop() {
    return new Recurring(name, every, work, true);
  }

  @Override
  public synchronized void start() {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
    var unused =
        timer.scheduleWithFixedDelay(
            this::turn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    ScheduledExecutorService running = timer;
    if (running == null) {
      return;
    }
    timer = null;
    running.shutdownNow();
    if (lastly) {
      turn();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }

  private void turn() {
    try {
      work.run();
    } catch (RuntimeException e) {
      // A timer drops work that throws, whatever it was, and would never do it again.
      LOG.error("{} failed; the next try is in {}", name, every, e);
    }
  }
}
