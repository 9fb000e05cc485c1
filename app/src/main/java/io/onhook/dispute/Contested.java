package io.onhook.dispute;

import io.onhook.line.LineId;
import io.onhook.settlement.Bill;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A charge that its holder disputes or disputed.
 *
 * @param reference what people quote
 * @param line whose bill it is
 * @param partyId the holder's
 * @param billId the bill it stood on; {@link Bill#UNBILLED} if it had none
 * @param chargeId its line there
 * @param text what it is called there
 * @param amount what is disputed
 * @param raisedAt when
 * @param state whether it is decided, and how
 * @param decidedAt when it was
 * @param setAside whether nobody asks for it now: until it is dropped, or taken off the bill
 */
public record Contested(
    CaseReference reference,
    LineId line,
    String partyId,
    String billId,
    String chargeId,
    String text,
    Money amount,
    Instant raisedAt,
    State state,
    Optional<Instant> decidedAt,
    boolean setAside) {

  /** How far it is. */
  public enum State {
    /** Nobody has decided. */
    OPEN,
    /** The holder is right. */
    UPHELD,
    /** The charge stands. */
    DROPPED;

    /** As stored, and in message keys. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }

  /** Whether it had no bill when it was disputed. */
  public boolean isUnbilled() {
    return billId.equals(Bill.UNBILLED);
  }

  /**
   * Whether it is this charge. One that was not billed when it was disputed may have got a bill
   * since, and one of a final bill that was taken back has lost it.
   */
  public boolean isAbout(String bill, @Nullable String charge) {
    return chargeId.equals(charge)
        && (billId.equals(bill) || isUnbilled() || bill.equals(Bill.UNBILLED));
  }
}
