package io.onhook.counter;

import io.onhook.access.StaffPrincipal;
import io.onhook.branch.Counter;
import io.onhook.branch.Office;
import io.onhook.branch.Offices;
import io.onhook.branch.Service;
import io.onhook.branch.Ticket;
import io.onhook.branch.TicketState;
import io.onhook.branch.Turns;
import io.onhook.branch.Window;
import io.onhook.branch.Windows;
import io.onhook.web.Say;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a clerk sees at a window: who is there now, and who waits. */
@Component
class Desk {
  /** So many who wait are listed; the rest is counted. */
  private static final int LISTED = 12;

  private final Offices offices;
  private final OwnOffices own;
  private final Windows windows;
  private final Counter counter;
  private final Turns turns;
  private final Clock clock;

  Desk(
      Offices offices, OwnOffices own, Windows windows, Counter counter, Turns turns, Clock clock) {
    this.offices = offices;
    this.own = own;
    this.windows = windows;
    this.counter = counter;
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * Somebody in the queue.
   *
   * @param minutes since when they wait
   * @param mine whether this window calls for what they want
   */
  record Row(Ticket ticket, long minutes, boolean mine) {}

  /** Where this clerk sits. */
  Optional<Window> window(StaffPrincipal staff) {
    return windows.of(staff.username());
  }

  /** Tells the page who is at the window. */
  Optional<Ticket> present(StaffPrincipal staff, Model model) {
    Optional<Ticket> present = counter.present(staff.username());
    model.addAttribute("present", present.orElse(null));
    return present;
  }

  /**
   * Tells the page who waits.
   *
   * @param shown the ticket that the page shows at the window; empty if none
   */
  void queue(Window window, String shown, Model model) {
    Office office = offices.find(window.office()).orElseThrow();
    List<Ticket> open = turns.open(office);
    List<Row> waiting =
        open.stream()
            .filter(ticket -> ticket.state() == TicketState.WAITING)
            .map(ticket -> row(ticket, window))
            .toList();
    model.addAttribute("waiting", waiting.stream().limit(LISTED).toList());
    model.addAttribute("count", waiting.size());
    model.addAttribute("forMe", waiting.stream().filter(Row::mine).count());
    model.addAttribute(
        "held", open.stream().filter(ticket -> ticket.state() == TicketState.HELD).toList());
    model.addAttribute("colleagues", windows.of(office));
    model.addAttribute("place", window.office());
    model.addAttribute("shown", shown);
    model.addAttribute(
        "gone",
        !shown.isEmpty()
            && open.stream()
                .noneMatch(
                    ticket ->
                        ticket.label().equals(shown)
                            && Integer.valueOf(window.number()).equals(ticket.window())));
  }

  private Row row(Ticket ticket, Window window) {
    return new Row(
        ticket,
        Math.max(0, Duration.between(ticket.takenAt(), clock.instant()).toMinutes()),
        window.services().contains(ticket.service()));
  }

  Office office(Window window) {
    return offices.find(window.office()).orElseThrow();
  }

  /** One that lets people in now, else the first. */
  Optional<Office> open(StaffPrincipal staff) {
    List<Office> mine = own.of(staff);
    return mine.stream()
        .filter(office -> office.openAt(clock.instant()))
        .findFirst()
        .or(() -> mine.stream().findFirst());
  }

  /** Where this clerk may sit down. */
  List<Office> offices(StaffPrincipal staff) {
    return own.of(staff);
  }

  /** What is ticked or chosen, out of what was sent. */
  static Set<Service> services(List<String> typed) {
    return Arrays.stream(Service.values())
        .filter(service -> typed.contains(service.key()))
        .collect(java.util.stream.Collectors.toSet());
  }

  /** The services of an office in the order of their letters, for lists. */
  static List<Service> ordered(Set<Service> services) {
    return Arrays.stream(Service.values()).filter(services::contains).toList();
  }

  /** An office as its option reads. */
  static String name(Office office, Say say) {
    return say.text(office.name());
  }
}
