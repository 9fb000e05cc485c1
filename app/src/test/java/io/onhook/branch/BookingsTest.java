package io.onhook.branch;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.notice.Notice;
import io.onhook.notice.Notice.Channel;
import io.onhook.policy.Text;
import io.onhook.shared.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Booked times, on a real database. */
class BookingsTest {
  /** The Monday after {@link OneOffice#TEN}, at nine in Beijing. */
  private static final Instant MONDAY = Instant.parse("2026-03-09T01:00:00Z");

  private final OneOffice it = new OneOffice();
  private final Bookings bookings = it.branches.bookings();

  @Test
  void offersTimesOfOpenDaysOnly() {
    List<LocalDate> days = bookings.days(it.office());
    assertThat(days).first().isEqualTo(LocalDate.of(2026, 3, 6));
    assertThat(days).doesNotContain(LocalDate.of(2026, 3, 7)).hasSize(11);
    assertThat(bookings.free(it.office(), LocalDate.of(2026, 3, 6)))
        .as("with a quarter of an hour's notice")
        .first()
        .isEqualTo(OneOffice.TEN.plus(Duration.ofMinutes(15)));
    assertThat(bookings.free(it.office(), LocalDate.of(2026, 3, 9))).hasSize(36);
    assertThat(bookings.free(it.office(), LocalDate.of(2026, 3, 7))).isEmpty();
    assertThat(bookings.free(it.office(), LocalDate.of(2026, 4, 20))).as("too far").isEmpty();
  }

  @Test
  void givesATimeAwayAsOftenAsItBearsAndNoMore() {
    booked(MONDAY, "a");
    booked(MONDAY, "b");
    assertThat(bookings.book(wish(MONDAY, "c", null))).isEqualTo(new BookAnswer.NotFree());
    assertThat(bookings.free(it.office(), LocalDate.of(2026, 3, 9))).doesNotContain(MONDAY);
  }

  @Test
  void refusesWhatIsNoTimeOfThisOffice() {
    assertThat(bookings.book(wish(MONDAY.plusSeconds(60), "a", null)))
        .isEqualTo(new BookAnswer.NotFree());
    assertThat(bookings.book(wish(OneOffice.TEN.minusSeconds(3600), "a", null)))
        .isEqualTo(new BookAnswer.NotFree());
    assertThat(bookings.book(of("nowhere", Service.END_LINE, MONDAY, "a", null)))
        .isEqualTo(new BookAnswer.NoSuchOffice());
    assertThat(bookings.book(of(OneOffice.SHANGHAI, Service.ESIM, MONDAY, "a", null)))
        .isEqualTo(new BookAnswer.NotServedHere());
  }

  @Test
  void letsOneClientBookAFewOnly() {
    for (int i = 0; i < 3; i++) {
      booked(MONDAY.plus(Duration.ofMinutes(15L * i)), "same");
    }
    assertThat(bookings.book(wish(MONDAY.plus(Duration.ofHours(2)), "same", null)))
        .isEqualTo(new BookAnswer.TooMany(3));
  }

  @Test
  void changesToAFreeTimeAndFreesTheOldOne() {
    Booking mine = booked(MONDAY, "a");
    booked(MONDAY, "b");
    Instant later = MONDAY.plus(Duration.ofDays(1));
    assertThat(bookings.change(mine.token(), later)).isInstanceOf(BookAnswer.Booked.class);
    Booking now = bookings.find(mine.token()).orElseThrow();
    assertThat(now.startsAt()).isEqualTo(later);
    assertThat(now.day()).isEqualTo(LocalDate.of(2026, 3, 10));
    assertThat(bookings.free(it.office(), LocalDate.of(2026, 3, 9))).contains(MONDAY);
    assertThat(bookings.change("0".repeat(32), later)).isEqualTo(new BookAnswer.NoSuchBooking());
  }

  @Test
  void givesUpOnceAndNeverChangesAfterwards() {
    Booking mine = booked(MONDAY, "a");
    assertThat(bookings.cancel(mine.token())).isTrue();
    assertThat(bookings.cancel(mine.token())).isFalse();
    assertThat(bookings.change(mine.token(), MONDAY.plusSeconds(900)))
        .isEqualTo(new BookAnswer.NoSuchBooking());
    assertThat(bookings.arrive(mine.token(), TakeTicket.Source.KIOSK))
        .isEqualTo(new ArriveAnswer.Over());
  }

  @Test
  void bookedTimesGoFirstOnceTheyHaveCome() {
    Booking mine = booked(MONDAY.plus(Duration.ofMinutes(30)), "a");
    it.clock.advance(Duration.between(OneOffice.TEN, MONDAY));
    Ticket early = it.take();
    Ticket second = it.take();
    it.minutes(10);
    Ticket booked = arrived(mine);
    assertThat(booked.appointmentAt()).isEqualTo(mine.startsAt());
    it.sits("lin", 1);
    assertThat(it.serve("lin", 20).label()).as("not yet its time").isEqualTo(early.label());
    assertThat(it.branches.turns().of(second.token()).orElseThrow().ahead())
        .containsExactly(new Ahead(booked.label(), Ahead.Why.BOOKED, Service.END_LINE));
    assertThat(it.serve("lin", 1).label()).isEqualTo(booked.label());
    assertThat(it.serve("lin", 1).label()).isEqualTo(second.label());
  }

  @Test
  void comesOnceAndWaitsAsEverybodyDoesIfTooLate() {
    Booking mine = booked(MONDAY, "a");
    it.clock.advance(Duration.between(OneOffice.TEN, MONDAY.minus(Duration.ofMinutes(40))));
    assertThat(bookings.arrive(mine.token(), TakeTicket.Source.WEB))
        .isEqualTo(new ArriveAnswer.TooEarly(MONDAY.minus(Duration.ofMinutes(30))));
    it.minutes(60);
    Ticket ticket = arrived(mine);
    assertThat(ticket.appointmentAt()).isNull();
    assertThat(ticket.placeAt()).isEqualTo(it.clock.instant());
    assertThat(arrived(mine).id()).as("the same again").isEqualTo(ticket.id());

    Booking other = booked(MONDAY.plus(Duration.ofDays(1)), "b");
    it.clock.advance(Duration.ofDays(3));
    assertThat(bookings.arrive(other.token(), TakeTicket.Source.WEB))
        .isEqualTo(new ArriveAnswer.Over());
  }

  @Test
  void remindsTheDayBeforeAndOnce() {
    bookings.book(wish(MONDAY, "a", new BookTime.Reach(Channel.EMAIL, "anna@example.com")));
    assertThat(it.told).extracting(Notice::template).containsExactly("time-booked");
    it.branches.reminders().run();
    assertThat(it.told).hasSize(1);
    it.clock.advance(Duration.between(OneOffice.TEN, MONDAY.minus(Duration.ofDays(1))));
    it.branches.reminders().run();
    it.branches.reminders().run();
    assertThat(it.told)
        .extracting(Notice::template)
        .containsExactly("time-booked", "time-reminder");
    assertThat(it.told.getLast().values().get("when")).contains("09:00");
  }

  @Test
  void remindsNobodyWhoHasJustBooked() {
    Instant soon = OneOffice.TEN.plus(Duration.ofHours(3));
    bookings.book(wish(soon, "a", new BookTime.Reach(Channel.EMAIL, "anna@example.com")));
    it.branches.reminders().run();
    assertThat(it.told).extracting(Notice::template).containsExactly("time-booked");
  }

  @Test
  void erasesHowToReachPeopleSomeDaysAfter() {
    Booking mine =
        ((BookAnswer.Booked)
                bookings.book(
                    wish(MONDAY, "a", new BookTime.Reach(Channel.EMAIL, "anna@example.com"))))
            .booking();
    Ticket ticket = it.take();
    it.branches.tickets().tellNear(ticket, Channel.SMS, "+8619900000001");
    it.clock.advance(Duration.ofDays(9));
    it.branches.erasing().run();
    assertThat(bookings.find(mine.token()).orElseThrow().reach()).isNull();
    assertThat(
            JdbcClient.create(it.database.owner())
                .sql("SELECT count(*) FROM branch.reach")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void leavesOutTimesThatSummerTimeLeavesOut() {
    List<Instant> spring = Slots.of(night(), LocalDate.of(2026, 3, 29), rules());
    assertThat(spring).hasSize(12 - 4).doesNotHaveDuplicates().isSorted();
    assertThat(spring).contains(Instant.parse("2026-03-29T00:45:00Z"));
    assertThat(spring).contains(Instant.parse("2026-03-29T01:00:00Z"));
    List<Instant> autumn = Slots.of(night(), LocalDate.of(2026, 10, 25), rules());
    assertThat(autumn).hasSize(12).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void remindsByTheOfficesClockAcrossAChangeOfTime() {
    Office night = night();
    var store = new BookingStore(JdbcClient.create(it.database.application()));
    Instant starts =
        LocalDate.of(2026, 3, 29).atTime(LocalTime.of(3, 30)).atZone(night.zone()).toInstant();
    assertThat(night.local(starts).minusDays(1).toInstant())
        .isEqualTo(starts.minus(Duration.ofHours(23)));
    assertThat(store.unreminded(starts.minus(Duration.ofHours(23)), starts)).isEmpty();
  }

  private static BookingRules rules() {
    return OneOffice.settings().booking();
  }

  private static Office night() {
    return new Office(
        "night",
        new Text(Map.of("en", "Night")),
        new Text(Map.of("en", "District")),
        new Text(Map.of("en", "Road")),
        new Place(52.5, 13.4),
        ZoneId.of("Europe/Berlin"),
        OpeningHours.of("Mo-Su 01:00-04:00", Set.of()),
        Set.of(Service.END_LINE),
        1);
  }

  private Ticket arrived(Booking booking) {
    if (bookings.arrive(booking.token(), TakeTicket.Source.KIOSK)
        instanceof ArriveAnswer.Here(var ticket)) {
      return ticket;
    }
    throw new AssertionError("Nobody arrived");
  }

  private Booking booked(Instant at, String client) {
    if (bookings.book(wish(at, client, null)) instanceof BookAnswer.Booked(var booking)) {
      return booking;
    }
    throw new AssertionError("Not booked");
  }

  private static BookTime wish(Instant at, String client, BookTime.@Nullable Reach reach) {
    return of(OneOffice.BEIJING, Service.END_LINE, at, client, reach);
  }

  private static BookTime of(
      String office, Service service, Instant at, String client, BookTime.@Nullable Reach reach) {
    return new BookTime(office, service, at, Language.EN, Optional.empty(), client, reach);
  }
}
