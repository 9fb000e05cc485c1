package io.onhook.branch;

import io.onhook.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * When an office has been closed for a while, who still waits there is sent home. Their tickets
 * keep a place at the very front of another day, and who gave a contact is told so.
 */
final class Closing implements Runnable {
  private final Offices offices;
  private final TicketStore tickets;
  private final DayStore days;
  private final HeldDays held;
  private final ReachStore reaches;
  private final Telling telling;
  private final BranchRecord record;
  private final QueueRules rules;
  private final Clock clock;

  Closing(
      Offices offices,
      TicketStore tickets,
      DayStore days,
      HeldDays held,
      ReachStore reaches,
      Telling telling,
      BranchRecord record,
      QueueRules rules,
      Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.days = days;
    this.held = held;
    this.reaches = reaches;
    this.telling = telling;
    this.record = record;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    for (Office office : offices.all()) {
      for (LocalDate day : tickets.unfinished(office.code())) {
        if (over(office, day, now)) {
          sendHome(office, day);
        }
      }
    }
  }

  /** A day that an office does not know as open any more is over with the day itself. */
  private boolean over(Office office, LocalDate day, Instant now) {
    Optional<ZonedDateTime> end = office.hours().endOf(day, office.zone());
    ZonedDateTime last = end.orElse(day.plusDays(1).atStartOfDay(office.zone()));
    return !now.isBefore(last.toInstant().plus(rules.stay()));
  }

  /** The tickets that were sent home. */
  List<Ticket> sendHome(Office office, LocalDate day) {
    return held.change(
        office.code(),
        day,
        closed -> {
          Instant now = clock.instant();
          List<Ticket> sent =
              tickets.open(office.code(), day, now).stream()
                  .filter(ticket -> ticket.state() == TicketState.WAITING)
                  .map(ticket -> tickets.end(ticket.id(), TicketState.SENT_HOME, now))
                  .toList();
          sent.forEach(ticket -> sent(office, ticket));
          days.close(office.code(), day, now);
          return sent;
        });
  }

  private void sent(Office office, Ticket ticket) {
    record.ticket(Actor.SYSTEM, "sent-home", ticket);
    reaches.of(ticket.id()).ifPresent(reach -> telling.sentHome(office, ticket, reach));
  }
}
