package io.onhook.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is owed, what comes back, how and until when.
 *
 * @param billingEnd what becomes of the running period's plan fee
 * @param fees fees that the pack itself asks for, beside those of its gates
 * @param buckets what becomes of each kind of credit, by TMF678 rate type; a credit of a kind not
 *     named here goes to a person
 * @param refundWays open ways to pay back, the preferred first
 * @param refundDeadline from the final bill to the money's arrival
 * @param interest what a late refund adds; null for nothing
 * @param smallWriteOff dues up to this, in smallest units, are let go; 0 for none
 * @param duesBlock whether the end waits until what is owed is paid
 * @param feesAfterDeath whether the fees for leaving early are asked when the holder has died
 * @param disputes whether a holder can dispute a charge here, which is set aside then; null for no
 */
public record MoneyRule(
    BillingEnd billingEnd,
    Map<FeeReason, Fee> fees,
    Map<String, Bucket> buckets,
    List<RefundWay> refundWays,
    Term refundDeadline,
    @Nullable Interest interest,
    long smallWriteOff,
    boolean duesBlock,
    boolean feesAfterDeath,
    @Nullable Disputes disputes) {

  /** Whether a charge can be disputed here. */
  public boolean disputable() {
    return disputes != null && disputes.open();
  }

  /**
   * "I dispute this charge."
   *
   * @param open whether it can be done here
   * @param text what happens then, or why it can't be done here
   * @param source where the rule stands
   */
  public record Disputes(boolean open, Text text, String source) {}

  /** What becomes of the plan fee of the period in which the line ends. */
  public enum BillingEnd {
    /** It stays owed in full. */
    NONE,
    /** The days after the end are credited. */
    DAY,
    /** It is credited in full. */
    FULL_CREDIT
  }

  /** Why the pack asks a fee. */
  public enum FeeReason {
    /** For handling the request; always. */
    HANDLING,
    /** A SIM that had to be given back was not. */
    SIM_NOT_RETURNED,
    /** What sending money back costs; only where money is sent, and never more than it. */
    REFUND_COST
  }

  /**
   * @param minor smallest units of the pack's currency, above 0
   * @param text what for, in plain words
   * @param source where the rule stands
   */
  public record Fee(long minor, Text text, String source) {}

  /** What becomes of a credit. */
  public enum OnEnd {
    /** It is money of the holder and comes back. */
    REFUND,
    /** It lessens what is owed, but what is left of it is not paid out. */
    OFFSET,
    /** It ends with the line. */
    KEEP
  }

  /**
   * @param onEnd what becomes of a credit of this kind
   * @param moves whether using the line, topping up or paying changes it from the quote to the
   *     final bill; a difference in any other kind is looked at by a person
   * @param title its name: "Paid-in balance"
   * @param reason why, in plain words
   * @param source where the rule stands
   */
  public record Bucket(OnEnd onEnd, boolean moves, Text title, Text reason, String source) {}

  /** How money goes back. */
  public enum RefundWay {
    ORIGINAL_PAYMENT,
    BANK_CARD,
    /** A bank account, by its IBAN. */
    BANK_ACCOUNT,
    BRANCH_CASH,
    OTHER_LINE
  }

  /**
   * What a late refund adds.
   *
   * @param perYearBasisPoints hundredths of a percent a year, 0 to 10000
   * @param flatPercent percent once, 0 to 100
   */
  public record Interest(int perYearBasisPoints, int flatPercent) {}
}
