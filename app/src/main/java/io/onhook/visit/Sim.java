package io.onhook.visit;

import io.onhook.shared.CaseReference;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of a line's SIM at a window.
 *
 * @param visit its visit's number
 * @param ending the last four digits of the card; empty for none
 * @param by username of who took it
 * @param reference the case, if there is one yet
 * @param left how it left the office; empty while it is kept there
 */
public record Sim(
    long visit,
    Kind kind,
    String ending,
    String by,
    Instant at,
    Optional<CaseReference> reference,
    Optional<Left> left) {

  /** What was there. */
  public enum Kind {
    /** A card, taken in. */
    CARD,
    /** A profile that the holder deletes. */
    ESIM,
    /** The holder says that it is lost. */
    LOST;

    /** As stored, and in message keys. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a kept card left the office. */
  public enum Left {
    GIVEN_BACK,
    DESTROYED;

    /** As stored, and in message keys. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
