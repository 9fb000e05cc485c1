package io.onhook.lobby;

import io.onhook.branch.Hall;
import io.onhook.branch.Office;
import io.onhook.branch.OpeningHours;
import io.onhook.branch.Service;
import io.onhook.shared.Language;
import io.onhook.web.Say;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An office as pages show it, in the reader's language and the office's own time.
 *
 * @param open whether it lets people in now
 * @param until when it closes, if it is open; else when it opens next; empty if not soon
 * @param week its hours, days alike together
 * @param holidays the next days on which it is closed
 * @param services keys of what it does
 * @param waiting how many wait there now
 * @param waits how long, for each service that somebody calls for
 * @param kilometres from the place that was named; null where none was
 */
public record OfficePage(
    String code,
    String name,
    String district,
    String address,
    double latitude,
    double longitude,
    URI directions,
    boolean open,
    String until,
    List<Hours> week,
    List<String> holidays,
    List<String> services,
    int waiting,
    List<Queue> waits,
    @Nullable Double kilometres) {
  private static final int HOLIDAYS_AHEAD_DAYS = 60;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** Some days of the week and their times; no times where it is closed. */
  public record Hours(String days, String times) {}

  /** How long one waits for a service; no minutes while nobody calls for it. */
  public record Queue(String service, int waiting, @Nullable Minutes minutes) {}

  static OfficePage of(Hall hall, Instant now, URI directions, Say say) {
    Office office = hall.office();
    Language language = say.language();
    return new OfficePage(
        office.code(),
        office.name().in(language),
        office.district().in(language),
        office.address().in(language),
        office.place().latitude(),
        office.place().longitude(),
        directions,
        office.openAt(now),
        until(office, now, language),
        week(office.hours(), language),
        holidays(office, now, new Say(language, office.zone())),
        services(office),
        hall.waiting(),
        services(office).stream().map(service -> queue(hall, service)).toList(),
        null);
  }

  OfficePage at(double away) {
    return new OfficePage(
        code,
        name,
        district,
        address,
        latitude,
        longitude,
        directions,
        open,
        until,
        week,
        holidays,
        services,
        waiting,
        waits,
        away);
  }

  /** Tells how long the wait for this service is; null while nobody calls for it. */
  public @Nullable Minutes minutes(String service) {
    return waits.stream()
        .filter(queue -> queue.service().equals(service))
        .findFirst()
        .map(Queue::minutes)
        .orElse(null);
  }

  private static Queue queue(Hall hall, String service) {
    Hall.Queue queue = hall.queue(Service.ofKey(service));
    return new Queue(service, queue.waiting(), queue.expected().map(Minutes::of).orElse(null));
  }

  private static List<String> services(Office office) {
    return Arrays.stream(Service.values())
        .filter(office.services()::contains)
        .map(Service::key)
        .toList();
  }

  private static String until(Office office, Instant now, Language language) {
    ZonedDateTime local = office.local(now);
    Optional<ZonedDateTime> closes = office.hours().closesAt(local);
    if (closes.isPresent()) {
      return TIME.format(closes.get());
    }
    return office
        .hours()
        .opensAfter(local)
        .map(opens -> opening(opens, local.toLocalDate(), language))
        .orElse("");
  }

  /** A time of today, else with its day. */
  static String opening(ZonedDateTime opens, LocalDate today, Language language) {
    LocalDate day = opens.toLocalDate();
    if (day.equals(today)) {
      return TIME.format(opens);
    }
    String named =
        day.isBefore(today.plusDays(7))
            ? day.getDayOfWeek().getDisplayName(TextStyle.FULL, language.locale())
            : new Say(language, opens.getZone()).day(day);
    return named + " " + TIME.format(opens);
  }

  private static List<Hours> week(OpeningHours hours, Language language) {
    List<Hours> week = new ArrayList<>();
    DayOfWeek[] days = DayOfWeek.values();
    for (int from = 0; from < days.length; ) {
      String times = times(hours, days[from]);
      int to = from;
      while (to + 1 < days.length && times(hours, days[to + 1]).equals(times)) {
        to++;
      }
      week.add(new Hours(span(days[from], days[to], language), times));
      from = to + 1;
    }
    return week;
  }

  private static String times(OpeningHours hours, DayOfWeek day) {
    return hours.week().getOrDefault(day, List.of()).stream()
        .map(span -> TIME.format(span.from()) + "–" + TIME.format(span.until()))
        .collect(Collectors.joining(", "));
  }

  private static String span(DayOfWeek from, DayOfWeek to, Language language) {
    String first = from.getDisplayName(TextStyle.FULL, language.locale());
    if (from == to) {
      return first;
    }
    String last = to.getDisplayName(TextStyle.FULL, language.locale());
    return language == Language.ZH_CN ? first + "至" + last : first + " – " + last;
  }

  private static List<String> holidays(Office office, Instant now, Say say) {
    LocalDate today = office.dayOf(now);
    return office.hours().closedOn().stream()
        .filter(day -> !day.isBefore(today))
        .filter(day -> day.isBefore(today.plusDays(HOLIDAYS_AHEAD_DAYS)))
        .sorted()
        .map(say::day)
        .toList();
  }
}
