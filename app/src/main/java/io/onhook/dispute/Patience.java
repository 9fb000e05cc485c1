package io.onhook.dispute;

import io.onhook.engine.Intent;
import io.onhook.engine.StepOutcome;
import io.onhook.shared.Fault;
import java.time.Duration;
import java.time.Instant;

/** When billing is tried and asked again: nobody waits at a counter for it. */
final class Patience {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int LONGEST = 30;

  /** Who has said no so often will not be moved by asking. */
  private static final int ENOUGH = 5;

  private Patience() {}

  static <C> StepOutcome<C> failed(Intent<?> intent, Fault fault) {
    return wearied(intent, fault)
        ? StepOutcome.needsPerson(fault.partner() + " says no: " + fault.message())
        : new StepOutcome.RetryAt<>(next(intent), fault);
  }

  static <C> StepOutcome<C> ask(Intent<?> intent, Fault fault) {
    return wearied(intent, fault)
        ? StepOutcome.needsPerson(fault.partner() + " can't be asked: " + fault.message())
        : new StepOutcome.Unknown<>(next(intent), fault);
  }

  /** It was asked, and it did not happen. */
  static <C> StepOutcome<C> again(Intent<?> intent) {
    return new StepOutcome.RetryAt<>(intent.now(), Fault.timeout("bss", "not done"));
  }

  private static boolean wearied(Intent<?> intent, Fault fault) {
    return fault.code().equals("rejected") && intent.attempt() >= ENOUGH;
  }

  private static Instant next(Intent<?> intent) {
    return intent.now().plus(STEP.multipliedBy(Math.min(intent.attempt(), LONGEST)));
  }
}
