package io.onhook.branch;

import io.onhook.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Booked times: looking for one, booking, changing, giving up, and coming. */
public final class Bookings {
  private static final Actor VISITOR = Actor.holder("visitor");

  private final Offices offices;
  private final BookingStore bookings;
  private final Tickets tickets;
  private final HeldDays held;
  private final Sealing sealing;
  private final Telling telling;
  private final BranchRecord record;
  private final BookingRules rules;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Bookings(
      Offices offices,
      BookingStore bookings,
      Tickets tickets,
      HeldDays held,
      Sealing sealing,
      Telling telling,
      BranchRecord record,
      BookingRules rules,
      TransactionTemplate transaction,
      Clock clock) {
    this.offices = offices;
    this.bookings = bookings;
    this.tickets = tickets;
    this.held = held;
    this.sealing = sealing;
    this.telling = telling;
    this.record = record;
    this.rules = rules;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Empty if there is none of that token. */
  public Optional<Booking> find(String token) {
    return bookings.find(token);
  }

  /** The days on which times can be booked at all, in order, whether any is still free or not. */
  public List<LocalDate> days(Office office) {
    Instant now = clock.instant();
    LocalDate today = office.dayOf(now);
    return today
        .datesUntil(today.plusDays(rules.days() + 1L))
        .filter(day -> open(office, day, now).findAny().isPresent())
        .toList();
  }

  /** The free times of a day, in order. */
  public List<Instant> free(Office office, LocalDate day) {
    Instant now = clock.instant();
    Map<Instant, Integer> taken = bookings.taken(office.code(), day);
    return open(office, day, now)
        .filter(at -> taken.getOrDefault(at, 0) < rules.perSlot())
        .toList();
  }

  private Stream<Instant> open(Office office, LocalDate day, Instant now) {
    LocalDate today = office.dayOf(now);
    return day.isBefore(today) || day.isAfter(today.plusDays(rules.days()))
        ? Stream.empty()
        : Slots.of(office, day, rules).stream()
            .filter(at -> !at.isBefore(now.plus(rules.notice())));
  }

  /** Books a time, if it is free. */
  public BookAnswer book(BookTime wish) {
    Optional<Office> found = offices.find(wish.office());
    if (found.isEmpty()) {
      return new BookAnswer.NoSuchOffice();
    }
    Office office = found.get();
    if (!office.services().contains(wish.service())) {
      return new BookAnswer.NotServedHere();
    }
    return held(office, wish.at(), day -> book(office, day, wish));
  }

  private BookAnswer book(Office office, LocalDate day, BookTime wish) {
    Instant now = clock.instant();
    if (!free(office, day).contains(wish.at())) {
      return new BookAnswer.NotFree();
    }
    if (bookings.ofClient(office.code(), wish.client(), now) >= rules.perClient()) {
      return new BookAnswer.TooMany(rules.perClient());
    }
    Booking booking =
        bookings.add(
            new Booking(
                0,
                tickets.token(),
                office.code(),
                day,
                wish.at(),
                wish.service(),
                wish.language(),
                wish.carries(),
                sealed(office, day, wish.reach()),
                Booking.State.BOOKED,
                null),
            wish.client(),
            now);
    return told("time-booked", office, booking);
  }

  private @Nullable SealedReach sealed(
      Office office, LocalDate day, BookTime.@Nullable Reach reach) {
    return reach == null
        ? null
        : sealing.seal(office.code(), day, reach.channel(), reach.address());
  }

  /** Takes another time instead, if it is free; else the old one stays. */
  public BookAnswer change(String token, Instant at) {
    Optional<Booking> found = bookings.find(token);
    Optional<Office> office = found.flatMap(it -> offices.find(it.office()));
    return office.isEmpty()
        ? new BookAnswer.NoSuchBooking()
        : held(office.get(), at, day -> change(office.get(), day, found.get(), at));
  }

  private BookAnswer change(Office office, LocalDate day, Booking booking, Instant at) {
    if (booking.startsAt().equals(at)) {
      return new BookAnswer.Booked(booking);
    }
    if (!free(office, day).contains(at)) {
      return new BookAnswer.NotFree();
    }
    SealedReach reach = booking.reach();
    return bookings
        .move(
            booking.id(),
            day,
            at,
            reach == null ? null : sealing.reseal(reach, office.code(), day),
            clock.instant())
        .map(moved -> told("time-changed", office, moved))
        .orElseGet(BookAnswer.NoSuchBooking::new);
  }

  private BookAnswer told(String kind, Office office, Booking booking) {
    record.booking(VISITOR, kind, booking);
    SealedReach reach = booking.reach();
    if (reach != null) {
      telling.booked(office, booking, reach);
    }
    return new BookAnswer.Booked(booking);
  }

  /** Gives a booked time up; false if that does not go any more. */
  public boolean cancel(String token) {
    return Objects.requireNonNull(
        transaction.execute(
            status ->
                bookings
                    .find(token)
                    .flatMap(it -> bookings.end(it.id(), Booking.State.CANCELLED, null))
                    .map(
                        ended -> {
                          record.booking(VISITOR, "time-cancelled", ended);
                          return true;
                        })
                    .orElse(false)));
  }

  /** Its holder is there, or nearly: they get a ticket. */
  public ArriveAnswer arrive(String token, TakeTicket.Source source) {
    Optional<Booking> found = bookings.find(token);
    Optional<Office> office = found.flatMap(it -> offices.find(it.office()));
    return office.isEmpty()
        ? new ArriveAnswer.NoSuchBooking()
        : held(
            office.get(),
            found.get().startsAt(),
            day -> arrive(office.get(), bookings.find(token).orElseThrow(), source));
  }

  private ArriveAnswer arrive(Office office, Booking booking, TakeTicket.Source source) {
    Instant now = clock.instant();
    Instant from = booking.startsAt().minus(rules.early());
    Long before = booking.ticket();
    if (before != null) {
      return new ArriveAnswer.Here(tickets.byId(before));
    }
    if (booking.state() != Booking.State.BOOKED) {
      return new ArriveAnswer.Over();
    }
    if (now.isBefore(from)) {
      return new ArriveAnswer.TooEarly(from);
    }
    if (!office.dayOf(now).equals(booking.day()) || !office.openAt(now)) {
      return new ArriveAnswer.Over();
    }
    boolean inTime = !now.isAfter(booking.startsAt().plus(rules.late()));
    Ticket ticket = tickets.ofBooking(office, booking, source, inTime);
    bookings.end(booking.id(), Booking.State.ARRIVED, ticket.id());
    return new ArriveAnswer.Here(ticket);
  }

  /** Of the day of the office in which the moment lies, which is held. */
  private <T> T held(Office office, Instant moment, Function<LocalDate, T> change) {
    LocalDate day = office.dayOf(moment);
    return held.change(office.code(), day, closed -> change.apply(day));
  }

  /** Free times by day, for the days that have any. */
  public List<Day> calendar(Office office) {
    List<Day> calendar = new ArrayList<>();
    for (LocalDate day : days(office)) {
      List<Instant> free = free(office, day);
      if (!free.isEmpty()) {
        calendar.add(new Day(day, free));
      }
    }
    return calendar;
  }

  /** A day and its free times. */
  public record Day(LocalDate day, List<Instant> free) {}
}
