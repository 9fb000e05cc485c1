package io.onhook.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AwaitArrivalTest {
  private static final Instant ORDERED = Instant.parse("2026-03-01T09:00:00Z");

  @Test
  void looksSoonAtFirstAndEverMoreRarely() {
    assertThat(wait(Duration.ZERO)).isEqualTo(Duration.ofMinutes(15));
    assertThat(wait(Duration.ofHours(4))).isEqualTo(Duration.ofHours(2));
    assertThat(wait(Duration.ofDays(3))).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void isThereWhenItIsOverdue() {
    Instant due = ORDERED.plus(Duration.ofDays(2));
    Instant now = due.minus(Duration.ofHours(1));
    assertThat(AwaitArrival.nextLook(ORDERED, now, due)).isEqualTo(due);
  }

  private static Duration wait(Duration passed) {
    Instant now = ORDERED.plus(passed);
    return Duration.between(
        now, AwaitArrival.nextLook(ORDERED, now, ORDERED.plus(Duration.ofDays(30))));
  }
}
