package io.onhook.shared;

import java.time.Duration;

/**
 * By when a call to the world outside must be over, however many requests it needs. It runs on the
 * machine's monotonic clock: a time-out is a fact of the wire, not of the product's calendar.
 */
public final class Deadline {
  private final long at;

  private Deadline(long at) {
    this.at = at;
  }

  /** So long from now. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** What is left; zero if it is over. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, at - System.nanoTime()));
  }
}
