package io.onhook.branch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** The times of a day at which somebody can be expected. Pure. */
final class Slots {
  private Slots() {}

  /**
   * All of that day, in order, by the office's clock: those that a change to summer time leaves out
   * are left out, and those that it repeats come once.
   */
  static List<Instant> of(Office office, LocalDate day, BookingRules rules) {
    List<Instant> slots = new ArrayList<>();
    for (OpeningHours.Span span : office.hours().on(day)) {
      long step = rules.slot().toSeconds();
      for (long second = span.from().toSecondOfDay();
          second + step <= span.until().toSecondOfDay();
          second += step) {
        LocalTime time = LocalTime.ofSecondOfDay(second);
        ZonedDateTime at = day.atTime(time).atZone(office.zone());
        if (at.toLocalTime().equals(time)) {
          slots.add(at.toInstant());
        }
      }
    }
    return slots;
  }
}
