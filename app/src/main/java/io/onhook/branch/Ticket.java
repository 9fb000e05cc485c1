package io.onhook.branch;

import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in an office's queue.
 *
 * @param token opens its page; who has it is its holder
 * @param office code
 * @param day of the office
 * @param service that its holder waits for now; a transfer changes it
 * @param letter of the service that it was taken for; with the number it stays what it is called
 * @param number from 1, under its letter, anew each day
 * @param source {@code web}, {@code kiosk} or {@code counter}
 * @param language of what its holder is told
 * @param priority whether it was taken in the priority lane
 * @param carries the case that it carries, if its holder has one
 * @param takenAt when it was taken
 * @param appointmentAt the booked time, or null
 * @param placeAt who came earlier is called earlier; rules may take it for another time than it was
 *     taken
 * @param letPasses how often its holder let the next go first
 * @param window that called it last, or null
 * @param calls how often it was called
 * @param calledAt when it was called last, or null
 * @param beganAt when its holder stood at the window, or null
 * @param endedAt when it came to its end, or null
 */
public record Ticket(
    long id,
    String token,
    String office,
    LocalDate day,
    Service service,
    char letter,
    int number,
    String source,
    Language language,
    boolean priority,
    Optional<CaseReference> carries,
    Instant takenAt,
    @Nullable Instant appointmentAt,
    Instant placeAt,
    int letPasses,
    TicketState state,
    @Nullable Integer window,
    int calls,
    @Nullable Instant calledAt,
    @Nullable Instant beganAt,
    @Nullable Instant endedAt) {

  /** What is printed on it and shown on the board: {@code A012}. */
  public String label() {
    return "%c%03d".formatted(letter, number);
  }

  /** What the journal calls it: never the token, which opens its page. */
  String subject() {
    return office + "/" + day + "/" + label();
  }

  /** Nothing of who holds it. */
  @Override
  public String toString() {
    return "Ticket[" + subject() + ", " + state.key() + "]";
  }
}
