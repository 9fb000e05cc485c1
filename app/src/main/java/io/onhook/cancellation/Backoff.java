package io.onhook.cancellation;

import io.onhook.engine.Intent;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.shared.Fault;
import java.time.Duration;
import java.time.Instant;

/** When to try again: soon at first, at most a quarter of an hour apart in the end. */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofMinutes(15);

  /** Doubled so often, the wait is beyond the most already. */
  private static final int DOUBLINGS = 10;

  private static final int REJECTIONS = 3;

  private Backoff() {}

  /** A partner could not be read; nothing happened. */
  static <C> StepOutcome<C> retry(StepContext context, Fault fault) {
    return new StepOutcome.RetryAt<>(after(context.now(), context.attempt()), fault);
  }

  /** The effect certainly did not happen. A partner who keeps saying no is a person's business. */
  static <C> StepOutcome<C> retry(Intent<?> intent, Fault fault) {
    if (fault.code().equals("rejected") && intent.attempt() >= REJECTIONS) {
      return StepOutcome.needsPerson(fault.partner() + " says no: " + fault.message());
    }
    return new StepOutcome.RetryAt<>(after(intent.now(), intent.attempt()), fault);
  }

  /** The effect may have happened, or whether it did could not be asked. */
  static <C> StepOutcome<C> ask(Intent<?> intent, Fault fault) {
    return new StepOutcome.Unknown<>(intent.now().plus(FIRST), fault);
  }

  /** It was asked, and the effect did not happen: try again at once. */
  static <C> StepOutcome<C> notYet(Intent<?> intent, String partner, String seen) {
    return new StepOutcome.RetryAt<>(intent.now(), Fault.timeout(partner, "not done: " + seen));
  }

  static Instant after(Instant now, int attempt) {
    Duration wait = FIRST.multipliedBy(1L << Math.clamp(attempt - 1L, 0, DOUBLINGS));
    return now.plus(wait.compareTo(MOST) > 0 ? MOST : wait);
  }
}
