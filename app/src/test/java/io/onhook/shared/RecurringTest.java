package io.onhook.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecurringTest {
  @Test
  void goesOnAfterAFailure() throws InterruptedException {
    var turns = new CountDownLatch(3);
    Recurring recurring =
        Recurring.every(
            Duration.ofMillis(1),
            "failing",
            () -> {
              turns.countDown();
              throw new IllegalStateException("as ordered by a test");
            });
    recurring.start();
    assertThat(recurring.isRunning()).isTrue();
    assertThat(turns.await(20, TimeUnit.SECONDS)).isTrue();
    recurring.stop();
    assertThat(recurring.isRunning()).isFalse();
  }

  @Test
  void doesItOnceMoreAtTheStopWhereThatIsAsked() {
    var turns = new AtomicInteger();
    Recurring recurring =
        Recurring.every(Duration.ofDays(1), "lasting", turns::incrementAndGet).andAtTheStop();
    recurring.start();
    recurring.stop();
    recurring.stop();
    assertThat(turns).hasValue(1);
  }
}
