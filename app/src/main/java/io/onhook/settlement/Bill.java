package io.onhook.settlement;

import io.onhook.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bill of the operator's billing (TMF678 {@code CustomerBill}).
 *
 * @param id the operator's id; {@link #UNBILLED} for what no bill has yet
 * @param state TMF678 state: {@code new}, {@code sent}, {@code settled} …
 * @param charges what was rated, by kind
 * @param due what remains to be paid; negative is a credit
 * @param billedAt when it was made
 * @param isFinal made on demand for the end of the line
 */
public record Bill(
    String id, String state, List<Charge> charges, Money due, Instant billedAt, boolean isFinal) {

  /** In place of a bill's id: of what was rated and stands on no bill yet. */
  public static final String UNBILLED = "unbilled";

  private static final Set<String> ASKED_FOR = Set.of("sent", "partiallyPaid");

  /** Whether it was sent and is not paid; what is only being rated is not asked for yet. */
  public boolean isAskedFor() {
    return ASKED_FOR.contains(state) && due.isPositive();
  }

  /** Whether it is no bill yet, but all that the next one will hold so far. */
  public boolean isUnbilled() {
    return id.equals(UNBILLED);
  }

  /**
   * One line of a bill.
   *
   * @param id the operator's id of it; null where it gives none
   * @param bucket what it is: {@code usage}, {@code plan}, {@code prepaid-balance}, {@code
   *     bonus-balance}, {@code deposit} …; packs say which credits are refundable
   * @param amount positive is owed, negative is credit
   */
  public record Charge(@Nullable String id, String bucket, String text, Money amount) {
    public Charge(String bucket, String text, Money amount) {
      this(null, bucket, text, amount);
    }
  }
}
