package io.onhook.bench;

import io.onhook.stand.Said;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/**
 * One writer of the limit program: stores all that waits in one transaction, then lets it go on.
 */
final class LimitCommitter implements Runnable {
  private static final String ENTRIES =
      """
      INSERT INTO entry (chain, sequence, kind, detail)
      SELECT id, step + 1, 'done', '{"next":"step-' || step + 1 || '"}'
        FROM unnest(?::int8[], ?::int4[]) AS n(id, step)\
      """;
  private static final String UPDATE =
      """
      UPDATE live SET step = n.step + 1
        FROM unnest(?::int8[], ?::int4[]) AS n(id, step) WHERE live.id = n.id\
      """;
  private static final String END =
      """
      WITH gone AS (DELETE FROM live WHERE id = ANY (?::int8[]) RETURNING id, state)
      INSERT INTO ended (id, state) SELECT id, state FROM gone\
      """;

  private final DataSource database;
  private final Consumer<Progress> next;
  private final IntConsumer ended;
  private final BlockingQueue<Progress> queue = new LinkedBlockingQueue<>();

  /** A case with the step that it runs or has just run. */
  record Progress(long id, int step) {}

  LimitCommitter(DataSource database, Consumer<Progress> next, IntConsumer ended) {
    this.database = database;
    this.next = next;
    this.ended = ended;
  }

  void submit(Progress done) {
    queue.add(done);
  }

  @Override
  public void run() {
    var batch = new ArrayList<Progress>();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var plan = connection.createStatement()) {
        plan.execute("SET enable_hashjoin = off; SET enable_mergejoin = off");
        plan.execute("SET enable_seqscan = off");
        connection.commit();
      }
      while (true) {
        batch.add(queue.take());
        queue.drainTo(batch, 499);
        store(connection, List.copyOf(batch));
        batch.clear();
      }
    } catch (InterruptedException rest) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new Said("The limit program failed: " + e.getMessage(), e);
    }
  }

  private void store(Connection connection, List<Progress> batch) throws SQLException {
    List<Progress> going = batch.stream().filter(it -> it.step() < Work.STEPS).toList();
    List<Progress> over = batch.stream().filter(it -> it.step() == Work.STEPS).toList();
    send(connection, ENTRIES, batch, true);
    send(connection, UPDATE, going, true);
    send(connection, END, over, false);
    connection.commit();
    going.forEach(it -> next.accept(new Progress(it.id(), it.step() + 1)));
    ended.accept(over.size());
  }

  private static void send(
      Connection connection, String sql, List<Progress> batch, boolean withStep)
      throws SQLException {
    if (batch.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(
          1, connection.createArrayOf("int8", batch.stream().map(Progress::id).toArray()));
      if (withStep) {
        statement.setArray(
            2, connection.createArrayOf("int4", batch.stream().map(Progress::step).toArray()));
      }
      statement.executeUpdate();
    }
  }
}
