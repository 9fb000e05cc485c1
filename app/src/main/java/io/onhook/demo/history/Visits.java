package io.onhook.demo.history;

import io.onhook.branch.Office;
import io.onhook.branch.OpeningHours;
import io.onhook.branch.Service;
import io.onhook.shared.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Draws who comes to an office on a day. Pure. */
final class Visits {
  private static final LocalTime EARLIEST = LocalTime.of(8, 30);
  private static final LocalTime LATEST = LocalTime.of(20, 0);
  private static final int MINUTES_A_VISITOR = 600;

  private Visits() {}

  /**
   * A visitor.
   *
   * @param takenAt when they take a number
   * @param calledAt when they are called
   * @param doneAt when they leave the window
   * @param comes whether they come when they are called
   */
  record Visit(
      Instant takenAt,
      Instant calledAt,
      Instant doneAt,
      Service service,
      boolean priority,
      Language language,
      boolean comes) {}

  /** Everybody who comes on this day, in the order in which they are called. */
  static List<Visit> of(Office office, LocalDate day) {
    var random = new SplittableRandom(day.toEpochDay() * 31 + office.code().hashCode());
    List<Instant> arrivals = new ArrayList<>();
    for (OpeningHours.Span span : office.hours().on(day)) {
      LocalTime from = span.from().isBefore(EARLIEST) ? EARLIEST : span.from();
      LocalTime until = span.until().isAfter(LATEST) ? LATEST : span.until();
      int minutes = (int) Duration.between(from, until).toMinutes() - 45;
      int count = minutes * office.windows() / MINUTES_A_VISITOR + random.nextInt(2);
      for (int i = 0; i < count && minutes > 0; i++) {
        arrivals.add(
            day.atTime(from.plusMinutes(random.nextInt(minutes)))
                .atZone(office.zone())
                .toInstant());
      }
    }
    arrivals.sort(Comparator.naturalOrder());
    List<Service> services = office.services().stream().sorted().toList();
    var visits = new ArrayList<Visit>();
    Instant free = Instant.MIN;
    for (Instant arrival : arrivals) {
      Instant ready = arrival.plusSeconds(60 + random.nextInt(16 * 60));
      Instant called = ready.isAfter(free) ? ready : free;
      Instant done = called.plusSeconds(240 + random.nextInt(11 * 60));
      free = done.plusSeconds(30);
      visits.add(
          new Visit(
              arrival,
              called,
              done,
              services.get(random.nextInt(3) == 0 ? random.nextInt(services.size()) : 0),
              random.nextInt(9) == 0,
              random.nextInt(4) == 0 ? Language.EN : Language.ZH_CN,
              random.nextInt(14) > 0));
    }
    return visits;
  }
}
