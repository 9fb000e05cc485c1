package io.onhook.demo.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /**
   * What becomes of the first who asks so many days before the last: a visitor finds overdue
   * reviews and bounced refunds, whatever else is drawn.
   */
  private static final Map<Integer, Fate> SETTLED =
      Map.of(
          8, Fate.APPROVED_LATE,
          9, Fate.APPROVED_LATE,
          10, Fate.APPROVED_LATE,
          13, Fate.BOUNCED,
          16, Fate.BOUNCED);

  /** It has a balance, which comes back. */
  private static final String WITH_REFUND = "plain-unlimited";

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
    Fate settled = SETTLED.get((int) ChronoUnit.DAYS.between(day, lastOn));
    for (int i = 0; i < count; i++) {
      LocalTime at = LocalTime.of(8, 0).plusMinutes(random.nextInt(13 * 60));
      String situation = pick(SITUATIONS, random);
      String way = pick(isWithin(ONLINE_WITHIN_DAYS, day) ? WAYS : EARLIER_WAYS, random);
      Fate drawn = fate(day, random);
      Fate fate = i == 0 && settled != null ? settled : drawn;
      all.add(
          new Leaver(
              day,
              at,
              first + i,
              fate == Fate.BOUNCED ? WITH_REFUND : situation,
              way,
              fate,
              random.nextInt(5) > 0));
    }
    all.sort(java.util.Comparator.comparing(Leaver::at));
    return all;
  }

  private Fate fate(LocalDate day, RandomGenerator random) {
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
