package io.onhook.policy;

import org.jspecify.annotations.Nullable;

/**
 * When a line ends. {@link EndDate} reckons with it.
 *
 * @param at which moment is meant
 * @param notice how long before the end the request must be there
 * @param withdrawalWindow how long after submission nothing irreversible is done, so that it can be
 *     taken back
 * @param longestAhead how far ahead an end may be asked for
 * @param latest the law's latest end, counted from receipt, unless the holder asks for a later one;
 *     null where the law has none
 */
public record EndRule(
    At at, Term notice, Term withdrawalWindow, Term longestAhead, @Nullable Term latest) {
  /** Which moment is meant by "the end". */
  public enum At {
    /** The day that the holder names, or the earliest. */
    ASKED_FOR,
    /** As soon as notice allows. */
    IMMEDIATELY,
    /** The last day of a calendar month. */
    MONTH_END,
    /** The last day of a billing period. */
    BILL_END
  }
}
