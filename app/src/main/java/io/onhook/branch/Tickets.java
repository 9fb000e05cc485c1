package io.onhook.branch;

import io.onhook.notice.Notice.Channel;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What visitors do: take a ticket, let somebody go first, give it up. */
public final class Tickets {
  private static final Actor VISITOR = Actor.holder("visitor");
  private static final int TOKEN_BYTES = 16;

  private final Offices offices;
  private final TicketStore tickets;
  private final DayStore days;
  private final ReachStore reaches;
  private final Sealing sealing;
  private final BranchRecord record;
  private final QueueRules rules;
  private final HeldDays held;
  private final Clock clock;
  private final RandomGenerator random;

  Tickets(
      Offices offices,
      TicketStore tickets,
      DayStore days,
      ReachStore reaches,
      Sealing sealing,
      BranchRecord record,
      QueueRules rules,
      HeldDays held,
      Clock clock,
      RandomGenerator random) {
    this.offices = offices;
    this.tickets = tickets;
    this.days = days;
    this.reaches = reaches;
    this.sealing = sealing;
    this.record = record;
    this.rules = rules;
    this.held = held;
    this.clock = clock;
    this.random = random;
  }

  /** Empty if there is none of that token. */
  public Optional<Ticket> find(String token) {
    return tickets.find(token);
  }

  /**
   * The open ticket that is called so today; empty also where several offices have one.
   *
   * @param label as printed: {@code A012}
   */
  public Optional<Ticket> labelled(String label) {
    Instant now = clock.instant();
    List<Ticket> found =
        offices.all().stream()
            .flatMap(it -> tickets.find(it.code(), it.dayOf(now), label).stream())
            .filter(
                ticket ->
                    switch (ticket.state()) {
                      case WAITING, CALLED, SERVING, HELD -> true;
                      case SERVED, NO_SHOW, CANCELLED, SENT_HOME -> false;
                    })
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Takes a ticket for today. */
  public TakeAnswer take(TakeTicket wish) {
    Optional<Office> found = offices.find(wish.office());
    if (found.isEmpty()) {
      return new TakeAnswer.NoSuchOffice();
    }
    Office office = found.get();
    if (!office.services().contains(wish.service())) {
      return new TakeAnswer.NotServedHere();
    }
    ZonedDateTime now = office.local(clock.instant());
    if (!office.hours().openAt(now)) {
      return new TakeAnswer.Closed(office.hours().opensAfter(now));
    }
    return held.change(office.code(), now.toLocalDate(), closed -> take(office, wish, now, closed));
  }

  private TakeAnswer take(Office office, TakeTicket wish, ZonedDateTime now, boolean closed) {
    LocalDate day = now.toLocalDate();
    if (closed) {
      return new TakeAnswer.Closed(
          office.hours().opensAfter(day.plusDays(1).atStartOfDay(office.zone())));
    }
    Optional<Ticket> open =
        wish.carries().flatMap(reference -> tickets.openOf(office.code(), day, reference));
    if (open.isPresent()) {
      return new TakeAnswer.HasOne(open.get());
    }
    String client = wish.client();
    if (client != null && tickets.openOfClient(office.code(), day, client) >= rules.perClient()) {
      return new TakeAnswer.TooMany(rules.perClient());
    }
    Ticket ticket = tickets.add(drawn(office, wish, now), client, sentHome(wish));
    record.ticket(VISITOR, "ticket-taken", ticket);
    return new TakeAnswer.Taken(ticket);
  }

  /**
   * For somebody who comes with a booked time; the office's day is held.
   *
   * @param inTime whether the booked time counts; else they wait as everybody does
   */
  Ticket ofBooking(Office office, Booking booking, TakeTicket.Source source, boolean inTime) {
    Instant now = clock.instant();
    Instant booked = inTime ? booking.startsAt() : null;
    Ticket ticket =
        tickets.add(
            drawn(
                office,
                booking.service(),
                source,
                booking.language(),
                false,
                booking.carries(),
                now,
                booked,
                booked == null ? now : booked),
            null,
            null);
    record.ticket(VISITOR, "ticket-taken", ticket);
    SealedReach reach = booking.reach();
    if (reach != null) {
      reaches.put(ticket.id(), reach);
    }
    return ticket;
  }

  Ticket byId(long id) {
    return tickets.find(id);
  }

  private Ticket drawn(Office office, TakeTicket wish, ZonedDateTime now) {
    Instant taken = now.toInstant();
    Instant opening = now.toLocalDate().atStartOfDay(office.zone()).toInstant();
    return drawn(
        office,
        wish.service(),
        wish.source(),
        wish.language(),
        wish.priority(),
        wish.carries(),
        taken,
        null,
        new QueueOrder(rules).place(taken, wish.priority(), sentHome(wish) != null, opening));
  }

  private Ticket drawn(
      Office office,
      Service service,
      TakeTicket.Source source,
      Language language,
      boolean priority,
      Optional<CaseReference> carries,
      Instant taken,
      @Nullable Instant appointment,
      Instant place) {
    LocalDate day = office.dayOf(taken);
    return new Ticket(
        0,
        token(),
        office.code(),
        day,
        service,
        service.letter(),
        days.nextNumber(office.code(), day, service.letter()),
        source.key(),
        language,
        priority,
        carries,
        taken,
        appointment,
        place,
        0,
        TicketState.WAITING,
        null,
        0,
        null,
        null,
        null);
  }

  /** The ticket of another day whose place is kept, if nobody has it yet. */
  private @Nullable Long sentHome(TakeTicket wish) {
    String before = wish.before();
    return before == null
        ? null
        : tickets
            .find(before)
            .filter(ticket -> ticket.state() == TicketState.SENT_HOME)
            .filter(ticket -> ticket.office().equals(wish.office()))
            .filter(ticket -> !tickets.replaced(ticket.id()))
            .map(Ticket::id)
            .orElse(null);
  }

  /**
   * Its holder waits elsewhere and wants to be told, once, when the turn is near.
   *
   * @param address in plain form: E.164, or a mail address
   */
  public void tellNear(Ticket ticket, Channel channel, String address) {
    reaches.put(ticket.id(), sealing.seal(ticket.office(), ticket.day(), channel, address));
  }

  String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Lets the next in line go first. */
  public HolderAnswer letPass(String token) {
    return mine(token, this::letPass);
  }

  private HolderAnswer letPass(Ticket ticket) {
    if (ticket.state() != TicketState.WAITING) {
      return new HolderAnswer.TooLate(ticket);
    }
    if (ticket.letPasses() >= rules.letPass()) {
      return new HolderAnswer.OftenEnough(rules.letPass());
    }
    return tickets
        .behind(ticket)
        .map(QueueOrder::behind)
        .map(place -> told("let-pass", tickets.letPass(ticket.id(), place)))
        .orElseGet(HolderAnswer.LastInLine::new);
  }

  /** Gives a ticket up. */
  public HolderAnswer cancel(String token) {
    return mine(
        token,
        ticket ->
            switch (ticket.state()) {
              case WAITING, CALLED, HELD ->
                  told(
                      "ticket-cancelled",
                      tickets.end(ticket.id(), TicketState.CANCELLED, clock.instant()));
              case CANCELLED -> new HolderAnswer.Now(ticket);
              case SERVING, SERVED, NO_SHOW, SENT_HOME -> new HolderAnswer.TooLate(ticket);
            });
  }

  private HolderAnswer told(String kind, Ticket ticket) {
    record.ticket(VISITOR, kind, ticket);
    return new HolderAnswer.Now(ticket);
  }

  /** Reads the ticket again once its day is held: a clerk may have been first. */
  private HolderAnswer mine(String token, Function<Ticket, HolderAnswer> change) {
    return tickets
        .find(token)
        .map(
            seen ->
                held.change(
                    seen.office(),
                    seen.day(),
                    closed -> change.apply(tickets.find(token).orElseThrow())))
        .orElseGet(HolderAnswer.NoSuchTicket::new);
  }
}
