package io.onhook.settlement;

import io.onhook.policy.Text;
import io.onhook.shared.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ending the line costs and brings back. The promise before submitting and the final statement
 * are both this record, made by the same {@link QuoteCalculator}.
 *
 * <p>Always {@code owed + fees - offset - refundable - disputed - writtenOff = toPay - toRefund},
 * and at most one of {@code toPay} and {@code toRefund} is above zero. All amounts but those of
 * {@link Line} are zero or more.
 *
 * @param lines every amount with its reason
 * @param owed charges that are not paid
 * @param fees asked for ending now, by gates and by the pack
 * @param offset credits that only lessen what is owed
 * @param refundable credits that come back
 * @param kept credits that end with the line
 * @param unclear credits of a kind that the pack does not name: a person decides
 * @param writtenOff small dues that are let go
 * @param toPay what the holder pays
 * @param toRefund what the holder gets
 * @param refundBy when it must have arrived; null where nothing comes back
 * @param madeAt when this was reckoned
 */
public record Quote(
    List<Line> lines,
    Money owed,
    Money fees,
    Money offset,
    Money refundable,
    Money kept,
    Money unclear,
    Money writtenOff,
    Money toPay,
    Money toRefund,
    @Nullable Instant refundBy,
    Instant madeAt) {

  /** What a line of the quote is. */
  public enum Kind {
    OWED,
    PAID,
    FEE,
    OFFSET,
    REFUNDABLE,
    KEPT,
    UNCLEAR,
    /** Set aside: the holder disputes it, and it is not asked for until that is decided. */
    DISPUTED,
    WRITTEN_OFF
  }

  /**
   * @param kind what it is
   * @param key the bucket, or the fee's reason
   * @param text what it is called
   * @param why the rule behind it; {@link Text#NONE} for a plain charge
   * @param amount positive is owed by the holder, negative is the holder's
   */
  public record Line(Kind kind, String key, Text text, Text why, Money amount) {}

  /** A fee that a gate asks for. */
  public record Fee(String reason, Text text, Text why, Money amount) {}

  /** What of it is set aside, because it is disputed; zero or more. */
  public Money disputed() {
    return lines.stream()
        .filter(line -> line.kind() == Kind.DISPUTED)
        .map(line -> line.amount().negated())
        .reduce(Money.zero(owed.currency()), Money::plus);
  }

  /** Whether a person must look before money moves. */
  public boolean needsPerson() {
    return !unclear.isZero();
  }
}
