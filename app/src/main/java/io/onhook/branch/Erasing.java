package io.onhook.branch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.transaction.support.TransactionTemplate;

/** Some days after a day of an office, what could reach its visitors is erased. */
final class Erasing implements Runnable {
  /** What was sent on that day has arrived by then, or is not tried any more. */
  private static final Duration KEPT = Duration.ofDays(5);

  private final DayStore days;
  private final ReachStore reaches;
  private final BookingStore bookings;
  private final Sealing sealing;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Erasing(
      DayStore days,
      ReachStore reaches,
      BookingStore bookings,
      Sealing sealing,
      TransactionTemplate transaction,
      Clock clock) {
    this.days = days;
    this.reaches = reaches;
    this.bookings = bookings;
    this.sealing = sealing;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    LocalDate before = now.minus(KEPT).atOffset(ZoneOffset.UTC).toLocalDate();
    for (DayStore.OfOffice day : days.unerased(before)) {
      transaction.executeWithoutResult(
          status -> {
            reaches.remove(day.office(), day.day());
            bookings.forget(day.office(), day.day());
            days.erased(day.office(), day.day(), now);
          });
      // A transaction of its own; what was committed above is asked for no more.
      sealing.erase(day.office(), day.day());
    }
  }
}
