package io.onhook.branch;

import io.onhook.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What clerks do with tickets, from their windows. Each answer tells how the ticket stands once the
 * office's day was held: two clerks never get the same one, and a visitor who cancels at the same
 * moment is either first or too late.
 */
public final class Counter {
  private final Offices offices;
  private final TicketStore tickets;
  private final HeldDays held;
  private final WindowStore windows;
  private final BranchRecord record;
  private final QueueRules rules;
  private final Clock clock;

  Counter(
      Offices offices,
      TicketStore tickets,
      HeldDays held,
      WindowStore windows,
      BranchRecord record,
      QueueRules rules,
      Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.held = held;
    this.windows = windows;
    this.record = record;
    this.rules = rules;
    this.clock = clock;
  }

  /** What this clerk has called and not finished. */
  public Optional<Ticket> present(String staff) {
    return windows
        .of(staff)
        .flatMap(window -> tickets.atWindow(window.office(), day(window), window.number()));
  }

  /** Calls the next in line to this clerk's window. */
  public CallAnswer callNext(String staff) {
    return windows
        .of(staff)
        .filter(window -> !window.onBreak())
        .map(window -> held(window, day -> callNext(window, day)))
        .orElseGet(CallAnswer.NoWindow::new);
  }

  private CallAnswer callNext(Window window, LocalDate day) {
    Optional<Ticket> before = tickets.atWindow(window.office(), day, window.number());
    if (before.isPresent()) {
      return new CallAnswer.NotFinished(before.get());
    }
    return tickets
        .next(window.office(), day, window.services(), window.staff(), clock.instant())
        .<CallAnswer>map(id -> new CallAnswer.Called(call(window, id, "called")))
        .orElseGet(CallAnswer.NobodyWaits::new);
  }

  private Ticket call(Window window, long id, String kind) {
    Ticket called = tickets.call(id, window.number(), clock.instant());
    record.ticket(Actor.staff(window.staff()), kind, called);
    return called;
  }

  /** Calls the same ticket once more. */
  public ServeAnswer recall(String staff) {
    return atWindow(
        staff,
        (window, ticket) ->
            ticket.state() == TicketState.CALLED
                ? new ServeAnswer.Now(call(window, ticket.id(), "called-again"))
                : new ServeAnswer.Otherwise(ticket));
  }

  /** Its holder stands at the window. */
  public ServeAnswer begin(String staff) {
    return atWindow(
        staff,
        (window, ticket) ->
            ticket.state() == TicketState.CALLED
                ? now(window, "begun", tickets.begin(ticket.id(), clock.instant()))
                : new ServeAnswer.Otherwise(ticket));
  }

  /** Nobody came, however often it was called. */
  public ServeAnswer noShow(String staff) {
    return atWindow(
        staff,
        (window, ticket) -> {
          if (ticket.state() != TicketState.CALLED) {
            return new ServeAnswer.Otherwise(ticket);
          }
          return ticket.calls() < rules.calls()
              ? new ServeAnswer.CallAgain(rules.calls() - ticket.calls())
              : now(window, "no-show", end(ticket, TicketState.NO_SHOW));
        });
  }

  /** Puts it aside, so that the next can be called meanwhile. */
  public ServeAnswer hold(String staff) {
    return atWindow(
        staff, (window, ticket) -> now(window, "held", tickets.hold(ticket.id(), clock.instant())));
  }

  /** All is done. */
  public ServeAnswer finish(String staff) {
    return atWindow(
        staff,
        (window, ticket) ->
            ticket.state() == TicketState.SERVING
                ? now(window, "served", end(ticket, TicketState.SERVED))
                : new ServeAnswer.Otherwise(ticket));
  }

  /** Sends it on to whoever does this; it keeps its place. */
  public ServeAnswer transfer(String staff, Service service) {
    return atWindow(
        staff,
        (window, ticket) ->
            now(window, "transferred", tickets.back(ticket.id(), service, ticket.placeAt())));
  }

  /** A colleague serves this visitor: called next, at whatever window but this clerk's. */
  public ServeAnswer handOver(String staff) {
    return atWindow(
        staff,
        (window, ticket) -> now(window, "handed-over", tickets.handOver(ticket.id(), staff)));
  }

  /**
   * Calls one that was put aside, to whichever window is free now.
   *
   * @param label as printed: {@code A012}, in any case
   */
  public ServeAnswer resume(String staff, String label) {
    return withWindow(
        staff,
        (window, day) ->
            labelled(window.office(), day, label)
                .map(ticket -> resume(window, day, ticket))
                .orElseGet(ServeAnswer.NoSuchTicket::new));
  }

  private ServeAnswer resume(Window window, LocalDate day, Ticket ticket) {
    Optional<Ticket> before = tickets.atWindow(window.office(), day, window.number());
    if (before.isPresent() || ticket.state() != TicketState.HELD) {
      return new ServeAnswer.Otherwise(before.orElse(ticket));
    }
    return new ServeAnswer.Now(call(window, ticket.id(), "resumed"));
  }

  /** Lets somebody wait again who was not there when they were called; behind all who wait. */
  public ServeAnswer comeBack(String staff, String label) {
    return withWindow(
        staff,
        (window, day) ->
            labelled(window.office(), day, label)
                .map(ticket -> comeBack(window, ticket))
                .orElseGet(ServeAnswer.NoSuchTicket::new));
  }

  private ServeAnswer comeBack(Window window, Ticket ticket) {
    Instant now = clock.instant();
    Instant ended = ticket.endedAt();
    boolean inTime =
        ticket.state() == TicketState.NO_SHOW
            && ended != null
            && !now.isAfter(ended.plus(rules.comeBack()));
    return inTime
        ? now(window, "came-back", tickets.back(ticket.id(), ticket.service(), now))
        : new ServeAnswer.Otherwise(ticket);
  }

  private Optional<Ticket> labelled(String office, LocalDate day, String label) {
    String plain = label.strip().toUpperCase(java.util.Locale.ROOT);
    return plain.matches("[A-Z][0-9]{1,6}") ? tickets.find(office, day, plain) : Optional.empty();
  }

  private Ticket end(Ticket ticket, TicketState state) {
    return tickets.end(ticket.id(), state, clock.instant());
  }

  private ServeAnswer now(Window window, String kind, Ticket ticket) {
    record.ticket(Actor.staff(window.staff()), kind, ticket);
    return new ServeAnswer.Now(ticket);
  }

  private ServeAnswer atWindow(String staff, BiFunction<Window, Ticket, ServeAnswer> change) {
    return withWindow(
        staff,
        (window, day) ->
            tickets
                .atWindow(window.office(), day, window.number())
                .map(ticket -> change.apply(window, ticket))
                .orElseGet(ServeAnswer.NoSuchTicket::new));
  }

  private ServeAnswer withWindow(String staff, BiFunction<Window, LocalDate, ServeAnswer> change) {
    return windows
        .of(staff)
        .map(window -> held(window, day -> change.apply(window, day)))
        .orElseGet(ServeAnswer.NoWindow::new);
  }

  private <T> T held(Window window, Function<LocalDate, T> change) {
    LocalDate day = day(window);
    return held.change(window.office(), day, closed -> change.apply(day));
  }

  private LocalDate day(Window window) {
    return offices.find(window.office()).orElseThrow().dayOf(clock.instant());
  }
}
