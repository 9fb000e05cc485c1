package io.onhook.demo.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.policy.WorkCalendar;
import io.onhook.policy.WorkingDays;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusyMomentTest {
  private final BusyMoment busy =
      new BusyMoment(
          new WorkingDays(
              new WorkCalendar(
                  EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(), Set.of()),
              ZoneId.of("Asia/Shanghai")));

  @Test
  void isNeverInTheFutureAndOnAWorkingDay() {
    // A Sunday afternoon, and a Friday just before and just after.
    assertThat(busy.last(Instant.parse("2026-11-29T08:00:00Z"))).isEqualTo("2026-11-27T02:40:00Z");
    assertThat(busy.last(Instant.parse("2026-11-27T02:39:59Z"))).isEqualTo("2026-11-26T02:40:00Z");
    assertThat(busy.last(Instant.parse("2026-11-27T02:40:00Z"))).isEqualTo("2026-11-27T02:40:00Z");
  }

  @Test
  void theNextOneIsAlwaysAhead() {
    assertThat(busy.next(Instant.parse("2026-11-27T02:40:00Z"))).isEqualTo("2026-11-30T02:40:00Z");
    assertThat(busy.next(Instant.parse("2026-11-29T23:00:00Z"))).isEqualTo("2026-11-30T02:40:00Z");
  }
}
