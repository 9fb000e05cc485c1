package io.onhook.bar;

import io.onhook.line.LineId;
import io.onhook.shared.Actor;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A bar as people see it.
 *
 * @param id opaque
 * @param line which line
 * @param reason why
 * @param why in the words of who asked for it; empty if nothing was said
 * @param by who asked for it
 * @param at when
 * @param standing how far it is
 * @param liftedBy who asked for its lifting; empty before
 * @param overAt when it was over; empty before
 */
public record Bar(
    String id,
    LineId line,
    Reason reason,
    String why,
    Actor by,
    Instant at,
    Standing standing,
    Optional<Actor> liftedBy,
    Optional<Instant> overAt) {

  /** Why a line is barred by itself. */
  public enum Reason {
    /** The SIM is lost. Its holder lifts it, once they are checked. */
    LOST,
    /** Staff suspect that the line is in the wrong hands. Staff lift it. */
    SUSPICION;

    /** As stored and in message keys. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Reason ofKey(String key) {
      return Arrays.stream(values())
          .filter(reason -> reason.key().equals(key))
          .findAny()
          .orElseThrow(() -> new IllegalArgumentException("No reason " + key));
    }
  }

  /** How far it is. */
  public enum Standing {
    BEING_BARRED,
    BARRED,
    BEING_LIFTED,
    OVER,
    /** Something went wrong; operations look. */
    STUCK;

    /** As in message keys. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
