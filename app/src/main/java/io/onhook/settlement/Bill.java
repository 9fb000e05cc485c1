package io.onhook.settlement;

import io.onhook.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * A bill of the operator's billing (TMF678 {@code CustomerBill}).
 *
 * @param id the operator's id
 * @param state TMF678 state: {@code new}, {@code sent}, {@code settled} …
 * @param charges what was rated, by kind
 * @param due what remains to be paid; negative is a credit
 * @param billedAt when it was made
 * @param isFinal made on demand for the end of the line
 */
public record Bill(
    String id, String state, List<Charge> charges, Money due, Instant billedAt, boolean isFinal) {

  /**
   * One line of a bill.
   *
   * @param bucket what it is: {@code usage}, {@code plan}, {@code prepaid-balance}, {@code
   *     bonus-balance}, {@code deposit} …; packs say which credits are refundable
   * @param amount positive is owed, negative is credit
   */
  public record Charge(String bucket, String text, Money amount) {}
}
