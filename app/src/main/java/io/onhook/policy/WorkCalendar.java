package io.onhook.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are worked.
 *
 * @param workingDays of a normal week; at least one
 * @param holidays not worked although the week says so
 * @param extraDays worked although the week says not, as China's make-up days are
 */
public record WorkCalendar(
    Set<DayOfWeek> workingDays, Set<LocalDate> holidays, Set<LocalDate> extraDays) {
  public boolean isWorkingDay(LocalDate day) {
    return extraDays.contains(day)
        || (workingDays.contains(day.getDayOfWeek()) && !holidays.contains(day));
  }
}
