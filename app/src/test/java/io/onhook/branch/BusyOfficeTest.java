package io.onhook.branch;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.World;
import io.onhook.shared.Language;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many want one office's queue at the same time, and there are few connections. */
class BusyOfficeTest {
  private static final int CONNECTIONS = 3;
  private static final int KIOSKS = 12;

  private final OneOffice it = new OneOffice(CONNECTIONS);
  private final JdbcClient owner = JdbcClient.create(it.database.owner());

  @Test
  void whoWaitsForAQueueTakesNoConnectionFromOthersAndComesInTurn() throws Exception {
    assertThat(it.take().label()).isEqualTo("A001");
    List<Future<Ticket>> taken = new ArrayList<>();
    try (ExecutorService kiosks = Executors.newVirtualThreadPerTaskExecutor();
        Connection other = anotherNodeHoldsTheDay()) {
      for (int i = 0; i < KIOSKS; i++) {
        int before = i;
        taken.add(kiosks.submit(() -> it.take()));
        World.await(
            "kiosk " + i,
            () -> blocked() == 1 && it.branches.held().waiting(OneOffice.BEIJING) == before);
      }
      assertThat(it.branches.tickets().take(elsewhere())).isInstanceOf(TakeAnswer.Taken.class);
      other.rollback();
      for (int i = 0; i < KIOSKS; i++) {
        assertThat(taken.get(i).get().label()).isEqualTo("A%03d".formatted(i + 2));
      }
    }
  }

  private Connection anotherNodeHoldsTheDay() throws SQLException {
    Connection other = it.database.owner().getConnection();
    other.setAutoCommit(false);
    try (PreparedStatement hold =
        other.prepareStatement("SELECT FROM branch.day WHERE office = ? FOR UPDATE")) {
      hold.setString(1, OneOffice.BEIJING);
      hold.execute();
    }
    return other;
  }

  /** How many wait in the database, each with a connection. */
  private int blocked() {
    return owner
        .sql(
            "SELECT count(*) FROM pg_locks"
                + " WHERE NOT granted AND locktype IN ('transactionid', 'tuple')")
        .query(Integer.class)
        .single();
  }

  private static TakeTicket elsewhere() {
    return new TakeTicket(
        OneOffice.SHANGHAI,
        Service.END_LINE,
        TakeTicket.Source.KIOSK,
        Language.ZH_CN,
        false,
        Optional.empty(),
        null,
        null);
  }
}
