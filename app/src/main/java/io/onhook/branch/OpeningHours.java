package io.onhook.branch;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When an office is open, in its own time. Written as OpenStreetMap writes it, of which weekdays,
 * times and {@code off} are understood: {@code Mo-Fr 09:00-12:00,13:30-18:00; Sa 10:00-16:00}. What
 * stands later counts for its days in place of what stood before.
 *
 * @param week each day's times, in order, without overlap; none on a day that is off
 * @param closedOn days that are off whatever the week says
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> week, Set<LocalDate> closedOn) {
  private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

  /** How far ahead a next opening is looked for. */
  private static final int DAYS_AHEAD = 60;

  /** From the first moment on, until before the second. */
  public record Span(LocalTime from, LocalTime until) {
    public Span {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("It would close at " + until + ", not after " + from);
      }
    }

    boolean holds(LocalTime time) {
      return !time.isBefore(from) && time.isBefore(until);
    }
  }

  public OpeningHours {
    week = Map.copyOf(week);
    closedOn = Set.copyOf(closedOn);
  }

  /**
   * Reads what a person wrote.
   *
   * @throws IllegalArgumentException naming the part that is not understood
   */
  public static OpeningHours of(String text, Set<LocalDate> closedOn) {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    for (String rule : text.split(";", -1)) {
      read(rule.strip(), week);
    }
    return new OpeningHours(week, closedOn);
  }

  private static void read(String rule, Map<DayOfWeek, List<Span>> week) {
    int gap = rule.indexOf(' ');
    if (gap < 0) {
      throw wrong(rule);
    }
    String times = rule.substring(gap).strip();
    List<Span> spans = times.equals("off") ? List.of() : spans(rule, times);
    for (String days : rule.substring(0, gap).split(",", -1)) {
      int dash = days.indexOf('-');
      int first = day(rule, dash < 0 ? days : days.substring(0, dash));
      int last = dash < 0 ? first : day(rule, days.substring(dash + 1));
      for (int i = first; ; i = (i + 1) % DAYS.size()) {
        week.put(DayOfWeek.of(i + 1), spans);
        if (i == last) {
          break;
        }
      }
    }
  }

  private static int day(String rule, String name) {
    int index = DAYS.indexOf(name);
    if (index < 0) {
      throw wrong(rule);
    }
    return index;
  }

  private static List<Span> spans(String rule, String times) {
    List<Span> spans = new ArrayList<>();
    for (String time : times.split(",", -1)) {
      String[] ends = time.strip().split("-", -1);
      try {
        Span span = new Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[ends.length - 1]));
        if (!spans.isEmpty() && span.from().isBefore(spans.getLast().until())) {
          throw wrong(rule);
        }
        spans.add(span);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(wrong(rule).getMessage(), e);
      }
    }
    return List.copyOf(spans);
  }

  private static IllegalArgumentException wrong(String rule) {
    return new IllegalArgumentException(
        "\""
            + rule
            + "\" is not understood: write days and times like \"Mo-Fr 09:00-12:00,13:30-18:00\","
            + " or \"Su off\"");
  }

  /** That day's times. */
  public List<Span> on(LocalDate day) {
    return closedOn.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  /** Whether it is open at that moment. */
  public boolean openAt(ZonedDateTime moment) {
    return closesAt(moment).isPresent();
  }

  /** Until when it is open without a break, if it is open at that moment. */
  public Optional<ZonedDateTime> closesAt(ZonedDateTime moment) {
    LocalDate day = moment.toLocalDate();
    return on(day).stream()
        .filter(span -> span.holds(moment.toLocalTime()))
        .findFirst()
        .map(span -> day.atTime(span.until()).atZone(moment.getZone()));
  }

  /** When that day's last time is over; empty where it does not open. */
  public Optional<ZonedDateTime> endOf(LocalDate day, ZoneId zone) {
    List<Span> spans = on(day);
    return spans.isEmpty()
        ? Optional.empty()
        : Optional.of(day.atTime(spans.getLast().until()).atZone(zone));
  }

  /** When it opens next, after that moment; empty if not within two months. */
  public Optional<ZonedDateTime> opensAfter(ZonedDateTime moment) {
    return moment
        .toLocalDate()
        .datesUntil(moment.toLocalDate().plusDays(DAYS_AHEAD))
        .flatMap(day -> on(day).stream().map(span -> day.atTime(span.from())))
        .map(opening -> opening.atZone(moment.getZone()))
        .filter(opening -> opening.isAfter(moment))
        .findFirst();
  }
}
