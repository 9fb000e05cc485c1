package io.onhook.bench;

import io.onhook.stand.Said;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Counts the ends of cases, and lets one thread wait for the last. */
final class Ends {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private volatile CountDownLatch open = new CountDownLatch(0);

  /** So many are to come. */
  void expect(int cases) {
    open = new CountDownLatch(cases);
  }

  void one() {
    open.countDown();
  }

  void many(int cases) {
    for (int i = 0; i < cases; i++) {
      open.countDown();
    }
  }

  /** Waits for the last. */
  void await() {
    try {
      if (!open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new Said(open.getCount() + " cases did not end in " + PATIENCE.toMinutes() + " min");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said("Interrupted", e);
    }
  }
}
