package io.onhook.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Turns terms into instants, in one place's days. Pure.
 *
 * <p>A term in days begins with the day after the event and runs to the midnight that ends its last
 * day, as most laws count (BGB §187 (1), §188; 中国民法典 第二百零一条). Where the clocks change, a day is as
 * long as it is there; where midnight does not exist, it is the first moment of the next day.
 */
public record WorkingDays(WorkCalendar calendar, ZoneId zone) {

  /** When the term that began at this instant is over. */
  public Instant after(Instant from, Term term) {
    if (term.isNone()) {
      return from;
    }
    LocalDate start = dateOf(from);
    return switch (term.unit()) {
      case HOURS -> from.plus(term.count(), ChronoUnit.HOURS);
      case DAYS -> endOf(start.plusDays(term.count()));
      case WORKING_DAYS -> endOf(plusWorkingDays(start, term.count()));
      case MONTHS -> endOf(start.plusMonths(term.count()));
    };
  }

  /** The instant so long before, at the beginning of its day unless hours are counted. */
  public Instant before(Instant until, Term term) {
    if (term.isNone()) {
      return until;
    }
    LocalDate end = dateOf(until);
    return switch (term.unit()) {
      case HOURS -> until.minus(term.count(), ChronoUnit.HOURS);
      case DAYS -> startOf(end.minusDays(term.count()));
      case WORKING_DAYS -> startOf(minusWorkingDays(end, term.count()));
      case MONTHS -> startOf(end.minusMonths(term.count()));
    };
  }

  /**
   * A deadline that stood still for a while. One that had passed before stays passed.
   *
   * @param deadline as it was, a {@code unit} after its beginning
   * @param unit what it counts in: so many of these as were lost are added
   * @param from when it stopped
   * @param to when it went on
   */
  public Instant paused(Instant deadline, Term.Unit unit, Instant from, Instant to) {
    if (!from.isBefore(deadline) || !to.isAfter(from)) {
      return deadline;
    }
    LocalDate last = lastDayBefore(deadline);
    return switch (unit) {
      case HOURS -> deadline.plus(Duration.between(from, to));
      case DAYS, MONTHS -> endOf(last.plusDays(ChronoUnit.DAYS.between(dateOf(from), dateOf(to))));
      case WORKING_DAYS -> endOf(plusWorkingDays(last, workingDays(dateOf(from), dateOf(to))));
    };
  }

  /** How many working days are left behind today; 0 on the last day, and once it is over. */
  public int left(Instant now, Instant deadline) {
    LocalDate today = dateOf(now);
    LocalDate last = lastDayBefore(deadline);
    return last.isAfter(today) ? workingDays(today, last) : 0;
  }

  /** How many working days there are behind this day, up to and with that one. */
  private int workingDays(LocalDate from, LocalDate to) {
    return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
  }

  /** The day so many working days later; the first one is the next working day. */
  public LocalDate plusWorkingDays(LocalDate from, int count) {
    LocalDate day = from;
    for (int left = count; left > 0; ) {
      day = day.plusDays(1);
      if (calendar.isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  private LocalDate minusWorkingDays(LocalDate from, int count) {
    LocalDate day = from;
    for (int left = count; left > 0; ) {
      day = day.minusDays(1);
      if (calendar.isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  public boolean isWorkingDay(LocalDate day) {
    return calendar.isWorkingDay(day);
  }

  /** The local day in which this instant lies. */
  public LocalDate dateOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /**
   * The last local day that is whole or begun before this instant: midnight belongs to the day it
   * ends.
   */
  public LocalDate lastDayBefore(Instant end) {
    return dateOf(end.minusNanos(1));
  }

  /** The first moment of this day. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The moment that ends this day: the first of the next. */
  public Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1));
  }

  /** The moment that ends this day's month. */
  public Instant endOfMonth(LocalDate day) {
    return endOf(YearMonth.from(day).atEndOfMonth());
  }
}
