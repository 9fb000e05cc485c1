package io.onhook.cancellation;

import io.onhook.engine.StepOutcome;
import io.onhook.policy.Pack;
import io.onhook.settlement.Billing;
import io.onhook.shared.Money;

/**
 * A case keeps the pack that it began with, and what it was promised. If the operator's billing has
 * come to reckon in another currency since, nothing of the case is set against its amounts: a
 * person settles it.
 */
final class OtherCurrency {
  private static final String WHY = "pack-in-another-currency";

  private OtherCurrency() {}

  static boolean of(Pack pack, Billing billing) {
    return !pack.currency().equals(billing.currency());
  }

  static boolean of(Money promised, Billing billing) {
    return !promised.currency().equals(billing.currency());
  }

  static <C> StepOutcome<C> needsPerson() {
    return StepOutcome.needsPerson(WHY);
  }
}
