package io.onhook.demo.history;

import io.onhook.branch.Office;
import io.onhook.policy.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that happens on one day, in its order. */
final class Day {
  /** Nobody's request makes news for longer than this. */
  private static final int NEWS_FOR_DAYS = 30;

  private static final int EVERY_HOURS = 2;

  /** Far beyond the promise of any pack that has reviews. */
  private static final int LATE_BY_WORKING_DAYS = 8;

  private static final LocalTime DESKS_OPEN = LocalTime.of(10, 0);
  private static final LocalTime EVENING = LocalTime.of(20, 30);

  /**
   * When a holder looks whether there is something to pay: the final bill comes some days later.
   */
  private static final List<Integer> LOOKS_AT_BILL_AFTER = List.of(6, 9, 12, 16);

  /**
   * In these days before the last, refunds that are sent take far longer than promised: behind the
   * deadline of three weeks that one pack has, and of a month that another has.
   */
  private static final int BANK_SLOW_FROM = 37;

  private static final int BANK_SLOW_UNTIL = 34;

  private final LocalDate day;
  private final Span span;
  private final WorkingDays days;
  private final Leaving leaving;
  private final Reviewing reviewing;
  private final Stores stores;
  private final OperatorBank bank;
  private final List<Happening> all = new ArrayList<>();

  Day(
      LocalDate day,
      Span span,
      WorkingDays days,
      Leaving leaving,
      Reviewing reviewing,
      Stores stores,
      OperatorBank bank) {
    this.day = day;
    this.span = span;
    this.days = days;
    this.leaving = leaving;
    this.reviewing = reviewing;
    this.stores = stores;
    this.bank = bank;
  }

  List<Happening> happenings() {
    bank(BANK_SLOW_FROM, Pace.LATE);
    bank(BANK_SLOW_UNTIL, Pace.USUAL);
    hours();
    stores.all().forEach(this::store);
    var leavers = new Leavers(span.lastOn());
    for (LocalDate asked = earliest(); !asked.isAfter(day); asked = asked.plusDays(1)) {
      leavers.on(asked).forEach(this::leaver);
    }
    all.sort(Comparator.comparing(Happening::at));
    return all;
  }

  private LocalDate earliest() {
    LocalDate earliest = day.minusDays(NEWS_FOR_DAYS);
    return earliest.isBefore(span.firstOn()) ? span.firstOn() : earliest;
  }

  /** From the day on that lies so many before the last, the bank takes so long. */
  private void bank(int daysBefore, Pace pace) {
    on(span.lastOn().minusDays(daysBefore), LocalTime.MIN, () -> pace(pace));
  }

  private void pace(Pace pace) {
    if (!bank.take(pace.takes())) {
      throw new Unlived("The bank, told to be " + pace.key() + ",", "not at all");
    }
  }

  /** Cases go on while nobody does anything, and not only when somebody does. */
  private void hours() {
    for (int hour = 0; hour < 24; hour += EVERY_HOURS) {
      all.add(new Happening.TimePasses(at(LocalTime.of(hour, 0))));
    }
  }

  private void leaver(Leaver it) {
    on(it.day(), it.at(), () -> leaving.ask(it));
    LocalTime atDesk = DESKS_OPEN.plusMinutes(it.number() * 37L % 360);
    LocalDate first = days.plusWorkingDays(it.day(), 1);
    switch (it.fate()) {
      case APPROVED_LATE ->
          on(
              days.plusWorkingDays(it.day(), LATE_BY_WORKING_DAYS),
              atDesk,
              () -> reviewing.decide(it));
      case ASKED_FOR_MORE -> {
        on(first, atDesk, () -> reviewing.decide(it));
        on(first.plusDays(2), EVENING, () -> leaving.sendMore(it));
        on(days.plusWorkingDays(first.plusDays(2), 1), atDesk, () -> reviewing.approve(it));
      }
      case RETRACTED -> {
        on(first, atDesk, () -> reviewing.decide(it));
        on(first, EVENING, () -> leaving.retract(it));
      }
      case APPROVED, NOT_APPROVED, BOUNCED -> on(first, atDesk, () -> reviewing.decide(it));
    }
    if (it.pays()) {
      LOOKS_AT_BILL_AFTER.forEach(
          later -> on(it.day().plusDays(later), EVENING, () -> leaving.pay(it)));
    }
  }

  private void on(LocalDate when, LocalTime at, Runnable what) {
    if (when.equals(day)) {
      all.add(new Happening.AboutALine(at(at), what));
    }
  }

  private Instant at(LocalTime time) {
    return day.atTime(time).atZone(days.zone()).toInstant();
  }

  private void store(Office office) {
    List<Visits.Visit> visits = Visits.of(office, day);
    for (Visits.Visit visit : visits) {
      in(visit.takenAt(), () -> stores.take(office, visit));
      in(visit.calledAt(), () -> stores.call(office, visit.comes()));
      in(visit.doneAt(), () -> stores.finish(office));
    }
    if (!visits.isEmpty()) {
      in(visits.getLast().doneAt().plusSeconds(60), () -> stores.close(office));
    }
  }

  private void in(Instant at, Runnable what) {
    all.add(new Happening.AtAnOffice(at, what));
  }
}
