package io.onhook.cancellation;

import io.onhook.line.LineId;
import io.onhook.policy.Fate;

/**
 * A product that hung on a line when its end was asked for, and what was decided about it.
 *
 * @param id the operator's id of it
 * @param name what it is called
 * @param isLine whether it is a line itself
 * @param fate what becomes of it
 */
public record Dependant(LineId id, String name, boolean isLine, Fate fate) {
  /** Whether it ends by a case of its own. */
  boolean hasOwnCase() {
    return isLine && fate == Fate.CANCEL;
  }
}
