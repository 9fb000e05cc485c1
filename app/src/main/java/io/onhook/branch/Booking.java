package io.onhook.branch;

import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A booked time at an office.
 *
 * @param token opens its page; who has it is its holder
 * @param office code
 * @param day of the office
 * @param language of what its holder is told
 * @param carries the case that it carries, if its holder has one
 * @param reach how to reach them; null if they gave nothing
 * @param ticket the id of the ticket that it became, or null
 */
public record Booking(
    long id,
    String token,
    String office,
    LocalDate day,
    Instant startsAt,
    Service service,
    Language language,
    Optional<CaseReference> carries,
    @Nullable SealedReach reach,
    State state,
    @Nullable Long ticket) {

  /** Where a booked time stands. */
  public enum State {
    BOOKED("booked"),
    /** Its holder came, and has a ticket. */
    ARRIVED("arrived"),
    CANCELLED("cancelled");

    private final String key;

    State(String key) {
      this.key = key;
    }

    /** As stored, and in message keys. */
    public String key() {
      return key;
    }

    static State ofKey(String key) {
      for (State state : values()) {
        if (state.key.equals(key)) {
          return state;
        }
      }
      throw new IllegalArgumentException("No state of a booking is called " + key);
    }
  }

  /** What the journal calls it: never the token. */
  String subject() {
    return office + "/" + day + "/booking-" + id;
  }

  /** Nothing of who holds it. */
  @Override
  public String toString() {
    return "Booking[" + subject() + ", " + state.key() + "]";
  }
}
