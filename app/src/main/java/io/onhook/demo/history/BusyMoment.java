package io.onhook.demo.history;

import io.onhook.policy.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** The moment of a working day at which a visitor finds most: offices open, desks manned. Pure. */
public record BusyMoment(WorkingDays calendar) {
  private static final LocalTime BUSY = LocalTime.of(10, 40);

  /** The last one that is not in the future. */
  Instant last(Instant now) {
    LocalDate day = calendar.dateOf(now);
    while (!calendar.isWorkingDay(day) || at(day).isAfter(now)) {
      day = day.minusDays(1);
    }
    return at(day);
  }

  /** The next one. */
  public Instant next(Instant now) {
    LocalDate day = calendar.dateOf(now);
    while (!calendar.isWorkingDay(day) || !at(day).isAfter(now)) {
      day = day.plusDays(1);
    }
    return at(day);
  }

  private Instant at(LocalDate day) {
    return day.atTime(BUSY).atZone(calendar.zone()).toInstant();
  }
}
