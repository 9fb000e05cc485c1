package io.onhook.bench;

import io.onhook.stand.Said;
import java.util.concurrent.TimeUnit;

/**
 * Five thousand cases whose every step waits a second for its partner, and beside them cases that
 * wait for nobody: those must go through as if they were alone.
 */
final class Crowd {
  private static final int CASES = 5_000;
  private static final int NEIGHBOURS = 40;

  private Crowd() {}

  static void measure(Onhook onhook, Options options, Figures figures) {
    // A try with tiny counts shows only that this works.
    int cases = options.brief() ? 50 : CASES;
    onhook.store(cases, Work.WAIT_1_S);
    onhook.begin(Work.WAIT_1_S);
    try {
      InFlight.most();
      await(cases);
      var neighbours = new Samples();
      for (int i = 0; i < NEIGHBOURS; i++) {
        // The crowd's own ends come later than all of these.
        onhook.ends().expect(1);
        long begun = System.nanoTime();
        onhook.startOne();
        onhook.ends().await();
        neighbours.add((System.nanoTime() - begun) / 1e6);
      }
      figures.atLeast(CASES, "in_flight_1s_steps", InFlight.most(), "steps");
      figures.tell("in_flight_neighbour_p50_ms", neighbours.median(), "ms");
      figures.tell("in_flight_neighbour_max_ms", neighbours.max(), "ms");
    } finally {
      onhook.rest();
    }
  }

  /** All are in flight at least once, or nearly: each second all of them commit. */
  private static void await(int cases) {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (InFlight.now() < cases) {
      if (System.nanoTime() > giveUp) {
        return;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Said("Interrupted", e);
      }
    }
  }
}
