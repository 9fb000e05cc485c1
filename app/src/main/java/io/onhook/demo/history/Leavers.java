package io.onhook.demo.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws who asks on which day. Pure. */
final class Leavers {
  /** Lines of their own: no case of a trial or of the catalogue touches them. */
  private static final int FIRST_NUMBER = 700_000;

  /** More than ever ask on one day, so that no two days share a line. */
  private static final int NUMBERS_A_DAY = 10;

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  /** Bounced refunds wait for a person: one of long ago would only tell that nobody came. */
  private static final int BOUNCES_WITHIN_DAYS = 21;

  /** So long before the last day one a day asks whom reviewers leave waiting until after it. */
  private static final int OVERDUE_FROM_DAYS = 8;

  private static final int OVERDUE_UNTIL_DAYS = 10;

  /** Of each, as often as it stands here; each owes nothing, or what a final bill can settle. */
  private static final List<String> SITUATIONS =
      List.of(
          "plain-unlimited",
          "plain-unlimited",
          "plain-unlimited",
          "data-only",
          "data-only",
          "esim",
          "promo-renews",
          "throttled-unlimited",
          "balance-and-bonus",
          "unused-pass",
          "overpaid",
          "deposit",
          "postpaid-with-usage",
          "zero-balance",
          "one-fen");

  /**
   * Pictures of papers come with what is asked for online, and cost more than all else here. They
   * are erased once it is decided, so that of earlier requests nobody would see them anyway.
   */
  private static final List<String> EARLIER_WAYS = List.of("api", "phone", "branch", "branch");

  private static final List<String> WAYS = List.of("web", "web", "web", "phone", "branch");
  private static final int ONLINE_WITHIN_DAYS = 9;

  private final LocalDate lastOn;

  /**
   * @param lastOn the day that a visitor finds as today
   */
  Leavers(LocalDate lastOn) {
    this.lastOn = lastOn;
  }

  /** Everybody who asks on this day, in the order of their times. */
  List<Leaver> on(LocalDate day) {
    var random = new SplittableRandom(day.toEpochDay());
    int count = 2 + random.nextInt(isWeekend(day) ? 1 : 3);
    int first = FIRST_NUMBER + (int) ChronoUnit.DAYS.between(FIRST_DAY, day) * NUMBERS_A_DAY;
    var all = new ArrayList<Leaver>();
    for (int i = 0; i < count; i++) {
      all.add(
          new Leaver(
              day,
              LocalTime.of(8, 0).plusMinutes(random.nextInt(13 * 60)),
              first + i,
              pick(SITUATIONS, random),
              pick(isWithin(ONLINE_WITHIN_DAYS, day) ? WAYS : EARLIER_WAYS, random),
              fate(day, i, random),
              random.nextInt(5) > 0));
    }
    all.sort(java.util.Comparator.comparing(Leaver::at));
    return all;
  }

  private Fate fate(LocalDate day, int nth, RandomGenerator random) {
    long before = ChronoUnit.DAYS.between(day, lastOn);
    if (nth == 0 && before >= OVERDUE_FROM_DAYS && before <= OVERDUE_UNTIL_DAYS) {
      return Fate.APPROVED_LATE;
    }
    Fate drawn = Fate.of(random.nextInt(100));
    return drawn == Fate.BOUNCED && !isWithin(BOUNCES_WITHIN_DAYS, day) ? Fate.APPROVED : drawn;
  }

  private boolean isWithin(int days, LocalDate day) {
    return ChronoUnit.DAYS.between(day, lastOn) < days;
  }

  private static <T> T pick(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
