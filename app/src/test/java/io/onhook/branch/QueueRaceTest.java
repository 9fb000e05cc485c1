package io.onhook.branch;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.journal.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sixteen clerks call from one long queue: each ticket once, in order. */
class QueueRaceTest {
  private static final int TICKETS = 10_000;
  private static final int CLERKS = 16;
  private static final int ROUNDS = 40;

  private final OneOffice it = new OneOffice();
  private final JdbcClient owner = JdbcClient.create(OneOffice.pool(it.database.owner()));

  @Test
  void callsEachTicketOnceInOrder() throws Exception {
    fill();
    List<Callable<Integer>> clerks = new ArrayList<>();
    for (int i = 1; i <= CLERKS; i++) {
      String clerk = "clerk" + i;
      it.sits(clerk, i, Service.END_LINE);
      clerks.add(() -> callAll(clerk));
    }
    int called = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(CLERKS)) {
      for (Future<Integer> each : threads.invokeAll(clerks)) {
        called += each.get();
      }
    }
    assertThat(called).isEqualTo(TICKETS);
    assertThat(owner.sql("SELECT id FROM branch.ticket ORDER BY call").query(Long.class).list())
        .isEqualTo(
            owner
                .sql("SELECT id FROM branch.ticket ORDER BY place_at, id")
                .query(Long.class)
                .list());
    assertThat(owner.sql("SELECT max(calls) FROM branch.ticket").query(Integer.class).single())
        .isOne();
    assertThat(it.journal.stream("branch-" + OneOffice.BEIJING))
        .filteredOn(entry -> entry.kind().equals("called"))
        .hasSize(TICKETS);
  }

  @Test
  void aTicketThatIsCalledWhileItsHolderGivesItUpIsGivenUpAndLeavesTheWindowFree()
      throws Exception {
    it.sits("lin", 1, Service.END_LINE);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        Ticket ticket = it.take();
        var together = new CyclicBarrier(2);
        Future<CallAnswer> called =
            threads.submit(
                () -> {
                  together.await();
                  return it.branches.counter().callNext("lin");
                });
        Future<HolderAnswer> cancelled =
            threads.submit(
                () -> {
                  together.await();
                  return it.branches.tickets().cancel(ticket.token());
                });
        assertThat(cancelled.get()).isInstanceOf(HolderAnswer.Now.class);
        List<String> told =
            it.journal.stream("branch-" + OneOffice.BEIJING).stream()
                .filter(entry -> entry.subject().equals(ticket.subject()))
                .map(Entry::kind)
                .toList();
        if (called.get() instanceof CallAnswer.Called) {
          assertThat(told).containsExactly("ticket-taken", "called", "ticket-cancelled");
        } else {
          assertThat(called.get()).isEqualTo(new CallAnswer.NobodyWaits());
          assertThat(told).containsExactly("ticket-taken", "ticket-cancelled");
        }
        assertThat(it.now(ticket).state()).isEqualTo(TicketState.CANCELLED);
        assertThat(it.branches.counter().present("lin")).isEmpty();
      }
    }
  }

  private int callAll(String clerk) {
    int called = 0;
    while (it.branches.counter().callNext(clerk) instanceof CallAnswer.Called(var ticket)) {
      // Served at once, without two more entries in the record for each.
      owner
          .sql("UPDATE branch.ticket SET state = 'served', ended_at = called_at WHERE id = ?")
          .param(ticket.id())
          .update();
      called++;
    }
    return called;
  }

  /** Places in no order of their numbers, some of them the same. */
  private void fill() {
    owner
        .sql(
            """
            INSERT INTO branch.ticket (token, office, day, letter, number, service, source,
              language, priority, taken_at, place_at, state)
            SELECT 'token-' || n, 'bj-chaoyang', '2026-03-06', 'A', n, 'end-line', 'kiosk',
                   'zh-CN', false, at, at, 'waiting'
              FROM generate_series(1, ?) AS n,
                   LATERAL (SELECT timestamptz '2026-03-06T01:00:00Z'
                            + (n * 7919 % 5000) * interval '1 second' AS at) AS place
            """)
        .param(TICKETS)
        .update();
    // As PostgreSQL does by itself a while after a table has changed so much.
    owner.sql("ANALYZE branch.ticket").update();
  }
}
