package io.onhook.engine;

import io.onhook.shared.Fault;
import java.time.Duration;
import java.time.Instant;

/** When to try and to ask again: soon at first, at most a quarter of an hour apart in the end. */
public final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofMinutes(15);

  /** Doubled so often, the wait is beyond the most already. */
  private static final int DOUBLINGS = 10;

  /** A partner who has said no, or would not be asked, as often as this is a person's business. */
  private static final int ENOUGH = 5;

  private static final String REJECTED = "rejected";

  private Backoff() {}

  /** A partner could not be read; nothing happened. */
  public static <C> StepOutcome<C> retry(StepContext context, Fault fault) {
    return wearied(context.attempt(), fault)
        ? StepOutcome.needsPerson(fault.partner() + " can't be asked: " + fault.message())
        : patiently(context, fault);
  }

  /** The same, where no person can help: a partner is read again until it lets itself be read. */
  public static <C> StepOutcome<C> patiently(StepContext context, Fault fault) {
    return new StepOutcome.RetryAt<>(after(context.now(), context.attempt()), fault);
  }

  /** Nothing was sent yet that could have had an effect. */
  public static <C> StepOutcome<C> retry(Intent<?> intent, Fault fault) {
    return wearied(intent.attempt(), fault)
        ? StepOutcome.needsPerson(fault.partner() + " says no: " + fault.message())
        : new StepOutcome.RetryAt<>(after(intent.now(), intent.attempt()), fault);
  }

  /**
   * The effect failed, as it seems. Where nobody was reached it certainly did not happen. A partner
   * who says no is asked before it is tried again: some do it, and say no.
   */
  public static <C> StepOutcome<C> failed(Intent<?> intent, Fault fault) {
    if (wearied(intent.attempt(), fault) || !fault.code().equals(REJECTED)) {
      return retry(intent, fault);
    }
    return new StepOutcome.Unknown<>(after(intent.now(), intent.attempt()), fault);
  }

  /** The effect may have happened, or whether it did could not be asked. */
  public static <C> StepOutcome<C> ask(Intent<?> intent, Fault fault) {
    return wearied(intent.attempt(), fault)
        ? StepOutcome.needsPerson(fault.partner() + " can't be asked: " + fault.message())
        : new StepOutcome.Unknown<>(after(intent.now(), intent.attempt()), fault);
  }

  /** It was asked, and the effect did not happen: try again at once. */
  public static <C> StepOutcome<C> notYet(Intent<?> intent, String partner, String seen) {
    return new StepOutcome.RetryAt<>(intent.now(), Fault.timeout(partner, "not done: " + seen));
  }

  private static boolean wearied(int attempt, Fault fault) {
    return fault.isOtherCurrency() || (fault.code().equals(REJECTED) && attempt >= ENOUGH);
  }

  public static Instant after(Instant now, int attempt) {
    Duration wait = FIRST.multipliedBy(1L << Math.clamp(attempt - 1L, 0, DOUBLINGS));
    return now.plus(wait.compareTo(MOST) > 0 ? MOST : wait);
  }
}
