package io.onhook.cancellation;

import java.time.Duration;
import java.time.Instant;

/**
 * When to look again at something that others bring about: soon at first, then ever more rarely.
 * Banks and people take days, and each look is a call to a partner and a line of the record.
 */
final class NextLook {
  private static final Duration LATEST = Duration.ofHours(6);

  private NextLook() {}

  /**
   * Half as long again as it has taken so far, at most six hours on; and when it should have
   * happened.
   *
   * @param soonest the least wait
   * @param since when it began to be waited for
   * @param due when it should have happened, which is looked at in any case
   */
  static Instant at(Duration soonest, Instant since, Instant now, Instant due) {
    Duration wait = Duration.between(since, now).dividedBy(2);
    if (wait.compareTo(soonest) < 0) {
      wait = soonest;
    } else if (wait.compareTo(LATEST) > 0) {
      wait = LATEST;
    }
    Instant next = now.plus(wait);
    return next.isBefore(due) || !due.isAfter(now) ? next : due;
  }
}
