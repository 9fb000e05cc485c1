package io.onhook.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private static final WorkCalendar WEEK =
      new WorkCalendar(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          Set.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2)),
          Set.of(LocalDate.of(2026, 10, 10)));

  /** Friday 25 September 2026 is a working day; 1 and 2 October are not, Saturday the 10th is. */
  @ParameterizedTest
  @CsvSource({
    // received, term, over
    "2026-09-24T00:00:00+08:00, 5 working days, 2026-10-06T00:00:00+08:00",
    "2026-09-24T23:59:59+08:00, 5 working days, 2026-10-06T00:00:00+08:00",
    "2026-09-25T00:00:00+08:00, 5 working days, 2026-10-07T00:00:00+08:00",
    "2026-09-26T12:00:00+08:00, 1 working day,  2026-09-29T00:00:00+08:00",
    "2026-10-09T12:00:00+08:00, 1 working day,  2026-10-11T00:00:00+08:00",
    "2026-09-30T12:00:00+08:00, 90 days,        2026-12-30T00:00:00+08:00",
    "2026-01-31T12:00:00+08:00, 1 month,        2026-03-01T00:00:00+08:00",
    "2028-01-31T12:00:00+08:00, 1 month,        2028-03-01T00:00:00+08:00",
    "2026-01-31T12:00:00+08:00, 13 months,      2027-03-01T00:00:00+08:00",
    "2026-01-31T12:00:00+08:00, 72 hours,       2026-02-03T12:00:00+08:00",
    "2026-01-31T12:00:00+08:00, 0 days,         2026-01-31T12:00:00+08:00",
  })
  void countsInShanghai(String from, String term, String over) {
    var days = new WorkingDays(WEEK, ZoneId.of("Asia/Shanghai"));
    assertThat(days.after(at(from), Term.parse(term))).isEqualTo(at(over));
  }

  /** The holder had the word from … to …: so many of the deadline's own days are added. */
  @ParameterizedTest
  @CsvSource({
    // deadline, unit, from, to, moved
    "2026-09-30T00:00:00+08:00, WORKING_DAYS, 2026-09-24T09:00:00+08:00, 2026-09-25T09:00:00+08:00,"
        + " 2026-10-01T00:00:00+08:00",
    "2026-09-30T00:00:00+08:00, WORKING_DAYS, 2026-09-25T09:00:00+08:00, 2026-09-27T23:00:00+08:00,"
        + " 2026-09-30T00:00:00+08:00",
    "2026-10-01T00:00:00+08:00, WORKING_DAYS, 2026-09-29T09:00:00+08:00, 2026-10-05T09:00:00+08:00,"
        + " 2026-10-07T00:00:00+08:00",
    "2026-09-30T00:00:00+08:00, DAYS,         2026-09-25T09:00:00+08:00, 2026-09-27T08:00:00+08:00,"
        + " 2026-10-02T00:00:00+08:00",
    "2026-09-30T12:00:00+08:00, HOURS,        2026-09-25T09:00:00+08:00, 2026-09-25T10:30:00+08:00,"
        + " 2026-09-30T13:30:00+08:00",
    // asked when it had passed already; and no time at all
    "2026-09-20T00:00:00+08:00, WORKING_DAYS, 2026-09-24T09:00:00+08:00, 2026-09-29T09:00:00+08:00,"
        + " 2026-09-20T00:00:00+08:00",
    "2026-09-30T00:00:00+08:00, WORKING_DAYS, 2026-09-24T09:00:00+08:00, 2026-09-24T09:00:00+08:00,"
        + " 2026-09-30T00:00:00+08:00",
  })
  void standsStillWhileSomebodyElseHasTheWord(
      String deadline, Term.Unit unit, String from, String to, String moved) {
    var days = new WorkingDays(WEEK, ZoneId.of("Asia/Shanghai"));
    assertThat(days.paused(at(deadline), unit, at(from), at(to))).isEqualTo(at(moved));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-24T09:00:00+08:00, 2026-10-06T00:00:00+08:00, 5",
    "2026-09-30T09:00:00+08:00, 2026-10-06T00:00:00+08:00, 1",
    "2026-10-05T23:00:00+08:00, 2026-10-06T00:00:00+08:00, 0",
    "2026-10-09T23:00:00+08:00, 2026-10-06T00:00:00+08:00, 0",
  })
  void countsWhatIsLeftBehindToday(String now, String deadline, int left) {
    var days = new WorkingDays(WEEK, ZoneId.of("Asia/Shanghai"));
    assertThat(days.left(at(now), at(deadline))).isEqualTo(left);
  }

  /** Berlin's clocks change on 29 March and 25 October 2026, at night. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-28T12:00:00+01:00, 1 day,    2026-03-30T00:00:00+02:00",
    "2026-03-28T12:00:00+01:00, 24 hours, 2026-03-29T13:00:00+02:00",
    "2026-10-24T12:00:00+02:00, 1 day,    2026-10-26T00:00:00+01:00",
    "2026-10-24T12:00:00+02:00, 24 hours, 2026-10-25T11:00:00+01:00",
  })
  void countsDaysAsTheyAreWhereClocksChange(String from, String term, String over) {
    var days = new WorkingDays(WEEK, ZoneId.of("Europe/Berlin"));
    assertThat(days.after(at(from), Term.parse(term))).isEqualTo(at(over));
  }

  @Test
  void beginsADayWithoutMidnightAtItsFirstMoment() {
    // Beirut's clocks go from 24:00 of 28 March 2026 to 01:00.
    var days = new WorkingDays(WEEK, ZoneId.of("Asia/Beirut"));
    assertThat(days.endOf(LocalDate.of(2026, 3, 28))).isEqualTo(at("2026-03-29T01:00:00+03:00"));
  }

  @Test
  void midnightBelongsToTheDayItEnds() {
    var days = new WorkingDays(WEEK, ZoneId.of("Asia/Shanghai"));
    LocalDate day = LocalDate.of(2026, 2, 28);
    assertThat(days.lastDayBefore(days.endOf(day))).isEqualTo(day);
    assertThat(days.dateOf(days.endOf(day))).isEqualTo(day.plusDays(1));
  }

  @Test
  void countsBackToTheBeginningOfADay() {
    var days = new WorkingDays(WEEK, ZoneId.of("Asia/Shanghai"));
    Instant until = at("2026-10-12T00:00:00+08:00");
    assertThat(days.before(until, Term.days(14))).isEqualTo(at("2026-09-28T00:00:00+08:00"));
    assertThat(days.before(until, Term.workingDays(1))).isEqualTo(at("2026-10-10T00:00:00+08:00"));
  }

  private static Instant at(String offset) {
    return java.time.OffsetDateTime.parse(offset).toInstant();
  }
}
