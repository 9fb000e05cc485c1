package io.onhook.branch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When somebody's turn comes: who is ahead, why, and how long it will be. */
public final class Turns {
  private final Offices offices;
  private final TicketStore tickets;
  private final WindowStore windows;
  private final Durations durations;
  private final Clock clock;

  Turns(
      Offices offices, TicketStore tickets, WindowStore windows, Durations durations, Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.windows = windows;
    this.durations = durations;
    this.clock = clock;
  }

  /** Where a ticket stands; empty if there is none of that token, or it does not wait. */
  public Optional<Standing> of(String token) {
    return tickets
        .find(token)
        .filter(ticket -> ticket.state() == TicketState.WAITING)
        .flatMap(ticket -> offices.find(ticket.office()).map(office -> standing(office, ticket)));
  }

  private Standing standing(Office office, Ticket ticket) {
    Instant now = clock.instant();
    List<Window> calling = calling(office, ticket.service());
    Set<Service> shared = new HashSet<>();
    calling.forEach(window -> shared.addAll(window.services()));
    List<Ahead> ahead =
        QueueOrder.ahead(ticket, tickets.open(office.code(), ticket.day(), now)).stream()
            .filter(other -> calling.isEmpty() || shared.contains(other.service()))
            .toList();
    return new Standing(
        ticket, ahead, calling.size(), wait(office, ticket.service(), ahead.size(), calling, now));
  }

  /**
   * What somebody would wait who took a ticket now; empty while nobody calls for this service.
   *
   * @param office where
   */
  public Optional<Wait> expected(Office office, Service service) {
    Instant now = clock.instant();
    List<Window> calling = calling(office, service);
    if (calling.isEmpty()) {
      return Optional.empty();
    }
    int waiting =
        (int)
            tickets.open(office.code(), office.dayOf(now), now).stream()
                .filter(ticket -> ticket.state() == TicketState.WAITING)
                .filter(
                    ticket ->
                        calling.stream()
                            .anyMatch(window -> window.services().contains(ticket.service())))
                .count();
    return Optional.of(wait(office, service, waiting, calling, now));
  }

  /** All who wait there now, are called, served or put aside, in the order of their turns. */
  public List<Ticket> open(Office office) {
    Instant now = clock.instant();
    return tickets.open(office.code(), office.dayOf(now), now);
  }

  /** How many wait there now, for anything. */
  public int waiting(Office office) {
    return (int)
        open(office).stream().filter(ticket -> ticket.state() == TicketState.WAITING).count();
  }

  private List<Window> calling(Office office, Service service) {
    return windows.of(office).stream()
        .filter(window -> !window.onBreak() && window.services().contains(service))
        .toList();
  }

  private Wait wait(Office office, Service service, int ahead, List<Window> calling, Instant now) {
    return wait(durations.of(office.code(), service, now), ahead, calling.size());
  }

  /** Whole rounds of all windows, for those ahead; the last one is under way by half. */
  static Wait wait(Durations.Visit visit, int ahead, int windows) {
    int at = Math.max(1, windows);
    return new Wait(
        visit.quick().multipliedBy(ahead).dividedBy(at),
        visit.slow().multipliedBy(ahead + 1L).dividedBy(at).plus(Duration.ofMinutes(1)),
        visit.learnt());
  }
}
