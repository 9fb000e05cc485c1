package io.onhook.cancellation;

import io.onhook.policy.Text;
import io.onhook.shared.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided where the final bill was not as quoted.
 *
 * @param stands whether the bill stands; else the quote does
 * @param at when
 * @param words why, in the decider's words; may be empty
 * @param differences where the bill that stands is not as quoted
 */
public record BillDecision(boolean stands, Instant at, String words, List<Line> differences) {
  /**
   * @param key bucket or reason of the fee
   * @param name what it is called; null where the statement has no line of it
   */
  public record Line(String key, @Nullable Text name, Money promised, Money actual) {}
}
