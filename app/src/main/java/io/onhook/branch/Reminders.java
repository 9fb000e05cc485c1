package io.onhook.branch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds those who booked a time and gave a contact, the day before, at the same time by the
 * office's clock. Who booked later than that has just been told.
 */
final class Reminders implements Runnable {
  /** A day is 25 hours long where summer time ends. */
  private static final Duration AHEAD = Duration.ofHours(26);

  private final Offices offices;
  private final BookingStore bookings;
  private final Telling telling;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Reminders(
      Offices offices,
      BookingStore bookings,
      Telling telling,
      TransactionTemplate transaction,
      Clock clock) {
    this.offices = offices;
    this.bookings = bookings;
    this.telling = telling;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    for (Booking booking : bookings.unreminded(now, now.plus(AHEAD))) {
      offices
          .find(booking.office())
          .filter(office -> !dayBefore(office, booking).isAfter(now))
          .ifPresent(office -> remind(office, booking, now));
    }
  }

  private static Instant dayBefore(Office office, Booking booking) {
    ZonedDateTime starts = office.local(booking.startsAt());
    return starts.minusDays(1).toInstant();
  }

  private void remind(Office office, Booking booking, Instant now) {
    SealedReach reach = booking.reach();
    transaction.executeWithoutResult(
        status -> {
          boolean first = bookings.reminded(booking.id(), now);
          boolean longAgo = bookings.toldAt(booking.id()).isBefore(dayBefore(office, booking));
          if (first && longAgo && reach != null) {
            telling.remind(office, booking, reach);
          }
        });
  }
}
