package io.onhook.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Sets the sandbox's time, here and at the sandbox operator, and keeps both in step: with what
 * another node sets, and over the operator's restarts.
 */
public final class ClockKeeper implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ClockKeeper.class);
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final SandboxClock clock;
  private final OperatorClock operator;
  private final AtomicReference<@Nullable Duration> told = new AtomicReference<>();
  private @Nullable ScheduledExecutorService timer;

  ClockKeeper(SandboxClock clock, OperatorClock operator) {
    this.clock = clock;
    this.operator = operator;
  }

  /**
   * Makes it this time now.
   *
   * @return whether the operator's clock follows already; else it is told until it does
   */
  public boolean set(Instant now) {
    clock.set(now);
    return tell();
  }

  /**
   * Makes it this time here at once; the operator hears of it a moment later, with the next turn.
   */
  public void setHere(Instant now) {
    clock.set(now);
  }

  /** Moves the time; see {@link #set}. */
  public boolean advance(Duration by) {
    clock.advance(by);
    return tell();
  }

  @Override
  public synchronized void start() {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandbox-clock").factory());
    var unused =
        timer.scheduleWithFixedDelay(this::keep, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }

  private void keep() {
    try {
      clock.refresh();
    } catch (DataAccessException e) {
      LOG.debug("The database is away; the clock goes on as it was", e);
      return;
    }
    if (!clock.ahead().equals(told.get())) {
      tell();
    }
  }

  private synchronized boolean tell() {
    Duration ahead = clock.ahead();
    if (!operator.follow(clock.instant())) {
      told.set(null);
      return false;
    }
    told.set(ahead);
    return true;
  }
}
