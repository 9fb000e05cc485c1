package io.onhook.dispute;

import io.onhook.line.LineId;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A charge that its holder disputes or disputed.
 *
 * @param reference what people quote
 * @param line whose bill it is
 * @param partyId the holder's
 * @param billId the bill it stands on
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
}
