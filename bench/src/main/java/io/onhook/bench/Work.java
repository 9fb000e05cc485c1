package io.onhook.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a step does. */
enum Work {
  NOTHING("noop", Duration.ZERO),
  WAIT_20_MS("wait20", Duration.ofMillis(20)),
  WAIT_1_S("wait1000", Duration.ofSeconds(1));

  /** How many steps each case has. */
  static final int STEPS = 8;

  private final String tag;
  private final Duration length;

  Work(String tag, Duration length) {
    this.tag = tag;
    this.length = length;
  }

  /** Its name in metrics. */
  String tag() {
    return tag;
  }

  void doIt() {
    if (length.isZero()) {
      return;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(length.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
