package io.onhook.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sixteen clerks call from one long queue: each ticket once, in order. */
class QueueRaceTest {
  private static final int TICKETS = 10_000;
  private static final int CLERKS = 16;

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
