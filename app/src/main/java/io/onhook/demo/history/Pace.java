package io.onhook.demo.history;

import java.time.Duration;
import java.util.Locale;

/** How long the sandbox operator's bank can take over a refund. */
public enum Pace {
  /** As banks do, and as the sandbox does unless it is told otherwise. */
  USUAL(Duration.ofDays(1)),
  /** Behind every deadline that a shipped pack of the sandbox sets, public holidays included. */
  LATE(Duration.ofDays(42));

  private final Duration takes;

  Pace(Duration takes) {
    this.takes = takes;
  }

  /** From the order to the arrival. */
  public Duration takes() {
    return takes;
  }

  /** As in message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
