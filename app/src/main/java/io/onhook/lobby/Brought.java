package io.onhook.lobby;

import io.onhook.shared.CaseReference;
import io.onhook.shared.Malformed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody typed or scanned at the kiosk. */
sealed interface Brought {
  /** The address of a booked time, as its QR code says it, or its last part. */
  Pattern BOOKING = Pattern.compile("(?:.*/booking/)?([0-9a-f]{32})");

  /** The address of a ticket, as its QR code says it. */
  Pattern TICKET = Pattern.compile(".*/ticket/([0-9a-f]{32})");

  /** Nothing: they chose a service. */
  record Nothing() implements Brought {}

  /** A booked time. */
  record Booked(String token) implements Brought {
    @Override
    public String toString() {
      return "Booked";
    }
  }

  /** A ticket that they took on their phone. */
  record Taken(String token) implements Brought {
    @Override
    public String toString() {
      return "Taken";
    }
  }

  /** A case, which the clerk will open only for whom it belongs to. */
  record Case(CaseReference reference) implements Brought {}

  /** Where to tell them that their turn is near. */
  record Mobile(Contact.Reach reach) implements Brought {}

  /** None of these. */
  record Wrong() implements Brought {}

  static Brought of(String typed, Contact contacts) {
    String plain = typed.strip();
    Matcher ticket = TICKET.matcher(plain);
    if (ticket.matches()) {
      return new Taken(ticket.group(1));
    }
    Matcher booking = BOOKING.matcher(plain);
    if (booking.matches()) {
      return new Booked(booking.group(1));
    }
    try {
      return new Case(CaseReference.typed(plain));
    } catch (Malformed noReference) {
      try {
        return new Mobile(contacts.read(plain));
      } catch (Malformed noNumber) {
        return new Wrong();
      }
    }
  }
}
