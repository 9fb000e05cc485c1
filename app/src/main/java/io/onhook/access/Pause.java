package io.onhook.access;

import java.time.Duration;

/**
 * The same time for every answer, so that the time tells nobody whether there was somebody. It is
 * real time, not the product's clock: what a stranger can measure is meant.
 */
record Pause(long ends) {
  /** Begins before anything is looked up. */
  static Pause begin(Duration lasts) {
    return new Pause(System.nanoTime() + lasts.toNanos());
  }

  /** Waits for what is left of it. */
  void over() {
    long left = ends - System.nanoTime();
    if (left > 0) {
      try {
        Thread.sleep(Duration.ofNanos(left));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
