package io.onhook.policy;

import org.jspecify.annotations.Nullable;

/**
 * How the fee to leave now is reckoned.
 *
 * @param basis from what
 * @param minor smallest units of the pack's currency: the fee itself, or the part for each month
 *     left; 0 with {@link Basis#OPERATOR}
 * @param plus smallest units added once
 * @param cap at most this, in smallest units; none if null
 */
public record FeeSpec(Basis basis, long minor, long plus, @Nullable Long cap) {
  /** From what a fee is reckoned. */
  public enum Basis {
    /** The operator's inventory says it with the line's term or instalments. */
    OPERATOR,
    /** The same for everybody. */
    FIXED,
    /** For each month that the term still runs, a begun month counting whole. */
    PER_MONTH_LEFT
  }
}
