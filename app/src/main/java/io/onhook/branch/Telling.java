package io.onhook.branch;

import io.onhook.notice.Notice;
import io.onhook.notice.Template;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What visitors are told by text or mail, each once; in the transaction that makes it true. */
final class Telling {
  private final BiConsumer<List<Notice>, Actor> notices;

  /**
   * @param notices sends them durably
   */
  Telling(BiConsumer<List<Notice>, Actor> notices) {
    this.notices = notices;
  }

  /** Their turn is near. */
  void near(Office office, Ticket ticket, SealedReach reach) {
    ofTicket("near", Template.TURN_NEAR, office, ticket, reach);
  }

  /** The office has closed, and their place is kept. */
  void sentHome(Office office, Ticket ticket, SealedReach reach) {
    ofTicket("kept", Template.PLACE_KEPT, office, ticket, reach);
  }

  private void ofTicket(
      String kind, Template template, Office office, Ticket ticket, SealedReach reach) {
    send(
        "branch/" + kind + "/" + ticket.id(),
        template,
        ticket.language(),
        reach,
        Map.of(
            "label", ticket.label(),
            "office", office.name().in(ticket.language()),
            "ticket", ticket.token()));
  }

  /** A time is booked, or changed. */
  void booked(Office office, Booking booking, SealedReach reach) {
    ofBooking("booked", Template.TIME_BOOKED, office, booking, reach);
  }

  /** A booked time is tomorrow. */
  void remind(Office office, Booking booking, SealedReach reach) {
    ofBooking("reminder", Template.TIME_REMINDER, office, booking, reach);
  }

  private void ofBooking(
      String kind, Template template, Office office, Booking booking, SealedReach reach) {
    send(
        "branch/%s/%d-%d".formatted(kind, booking.id(), booking.startsAt().getEpochSecond()),
        template,
        booking.language(),
        reach,
        Map.of(
            "when", when(office, booking.startsAt(), booking.language()),
            "office", office.name().in(booking.language()),
            "booking", booking.token()));
  }

  private void send(
      String id,
      Template template,
      Language language,
      SealedReach reach,
      Map<String, String> values) {
    notices.accept(
        List.of(
            new Notice(id, template.text(), language, reach.channel(), reach.address(), values)),
        Actor.SYSTEM);
  }

  /** Day and time, by the office's own clock. */
  private static String when(Office office, Instant at, Language language) {
    ZonedDateTime local = office.local(at);
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(language.locale())
            .format(local);
    return day + DateTimeFormatter.ofPattern(" HH:mm").format(local);
  }
}
