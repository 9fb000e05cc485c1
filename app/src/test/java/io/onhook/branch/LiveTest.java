package io.onhook.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** News of an office's queue, on a real database. */
class LiveTest {
  private final OneOffice it = new OneOffice();
  private final Live live = it.branches.live();
  private final Halls halls = it.branches.halls();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @BeforeEach
  void listens() throws InterruptedException {
    live.subscribe(heard::add);
    live.start();
    hearsAll();
  }

  @AfterEach
  void stops() {
    live.stop();
  }

  @Test
  void tellsWhichOfficeHasChanged() throws InterruptedException {
    it.take();
    assertThat(next()).isEqualTo(OneOffice.BEIJING);
    it.sits("lin", 1);
    assertThat(next()).isEqualTo(OneOffice.BEIJING);
    it.called("lin");
    assertThat(next()).isEqualTo(OneOffice.BEIJING);
    assertThat(heard).isEmpty();
  }

  @Test
  void listensAgainAfterABrokenConnectionAndCountsAllAsChanged() throws InterruptedException {
    int ended =
        JdbcClient.create(it.database.application())
            .sql(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND query LIKE 'LISTEN onhook_branch%'")
            .query(Integer.class)
            .single();
    assertThat(ended).isEqualTo(1);
    hearsAll();
    it.take();
    assertThat(next()).isEqualTo(OneOffice.BEIJING);
  }

  @Test
  void readsOnceForAllWhoLookAndAgainAfterAChange() throws InterruptedException {
    Office office = it.office();
    Hall empty = halls.of(office);
    assertThat(empty.waiting()).isZero();
    List<Thread> screens = new ArrayList<>();
    var others = new AtomicInteger();
    IntStream.range(0, 30)
        .forEach(
            i ->
                screens.add(
                    Thread.startVirtualThread(
                        () -> {
                          if (halls.of(office) != empty) {
                            others.incrementAndGet();
                          }
                        })));
    for (Thread screen : screens) {
      screen.join();
    }
    assertThat(others).hasValue(0);

    it.take();
    next();
    assertThat(halls.of(office).waiting()).isEqualTo(1);
  }

  @Test
  void looksAgainAfterAWhileEvenIfNobodySaysSo() {
    live.stop();
    Hall empty = halls.of(it.office());
    it.take();
    assertThat(halls.of(it.office())).isSameAs(empty);
    it.minutes(1);
    assertThat(halls.of(it.office()).waiting()).isEqualTo(1);
  }

  @Test
  void showsCallsQueuesAndHonestWaits() throws InterruptedException {
    it.take();
    it.take();
    it.take(Service.COMPANY);
    drain(3);
    Hall hall = halls.of(it.office());
    assertThat(hall.queue(Service.END_LINE).waiting()).isEqualTo(2);
    assertThat(hall.queue(Service.END_LINE).expected()).as("nobody calls").isEmpty();

    it.sits("lin", 4, Service.END_LINE);
    Ticket called = it.called("lin");
    drain(2);
    hall = halls.of(it.office());
    assertThat(hall.windows()).isEqualTo(1);
    assertThat(hall.calls())
        .containsExactly(new Call(called.label(), 4, 1, it.clock.instant(), true));
    assertThat(hall.queue(Service.END_LINE).waiting()).isEqualTo(1);
    assertThat(hall.queue(Service.END_LINE).expected())
        .hasValueSatisfying(
            wait -> {
              assertThat(wait.learnt()).isFalse();
              assertThat(wait.least()).isLessThan(wait.most());
            });
    assertThat(hall.queue(Service.COMPANY).windows()).isZero();
    assertThat(hall.queue(Service.OTHER_REGION).waiting()).as("not done here").isZero();
    assertThat(hall.toString()).doesNotContain(called.token());
  }

  private void hearsAll() throws InterruptedException {
    assertThat(List.of(next(), next())).containsExactly(OneOffice.BEIJING, OneOffice.SHANGHAI);
  }

  private void drain(int changes) throws InterruptedException {
    for (int i = 0; i < changes; i++) {
      next();
    }
  }

  private String next() throws InterruptedException {
    String office = heard.poll(20, TimeUnit.SECONDS);
    assertThat(office).as("something was told").isNotNull();
    return office;
  }
}
