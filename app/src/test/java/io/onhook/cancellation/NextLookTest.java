package io.onhook.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NextLookTest {
  private static final Instant BEGUN = Instant.parse("2026-03-01T09:00:00Z");
  private static final Duration SOONEST = Duration.ofMinutes(15);

  @Test
  void looksSoonAtFirstAndEverMoreRarely() {
    assertThat(wait(Duration.ZERO)).isEqualTo(SOONEST);
    assertThat(wait(Duration.ofHours(4))).isEqualTo(Duration.ofHours(2));
    assertThat(wait(Duration.ofDays(3))).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void isThereWhenItIsDue() {
    Instant due = BEGUN.plus(Duration.ofDays(2));
    Instant now = due.minus(Duration.ofHours(1));
    assertThat(NextLook.at(SOONEST, BEGUN, now, due)).isEqualTo(due);
    assertThat(NextLook.at(SOONEST, BEGUN, due, due)).isAfter(due);
  }

  @Test
  void aMonthIsNotSevenHundredLooks() {
    Duration hour = Duration.ofHours(1);
    Instant due = BEGUN.plus(Duration.ofDays(30));
    int looks = 0;
    for (Instant now = BEGUN; now.isBefore(due); now = NextLook.at(hour, BEGUN, now, due)) {
      looks++;
    }
    assertThat(looks).isLessThan(130);
  }

  private static Duration wait(Duration passed) {
    Instant now = BEGUN.plus(passed);
    return Duration.between(now, NextLook.at(SOONEST, BEGUN, now, BEGUN.plus(Duration.ofDays(30))));
  }
}
