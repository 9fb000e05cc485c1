package io.onhook.bench;

import java.util.concurrent.atomic.AtomicInteger;

/** How many steps wait for their partner at this moment, and at most since the last look. */
final class InFlight {
  private static final AtomicInteger NOW = new AtomicInteger();
  private static final AtomicInteger MOST = new AtomicInteger();

  private InFlight() {}

  static void enter() {
    int now = NOW.incrementAndGet();
    MOST.accumulateAndGet(now, Math::max);
  }

  static void leave() {
    NOW.decrementAndGet();
  }

  static int now() {
    return NOW.get();
  }

  /** The most since the last time this was asked. */
  static int most() {
    return MOST.getAndSet(NOW.get());
  }
}
