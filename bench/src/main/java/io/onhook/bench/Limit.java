package io.onhook.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.onhook.database.ProductDatabase;
import io.onhook.stand.Said;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The raw limit: the least that a program has to do which runs cases durably, and writes as many
 * rows as ours. It leases cases by the thousand, runs their steps from memory on virtual threads,
 * and two committers write what is waiting, at most 500 cases a transaction, by array statements.
 * It has no fencing token, no hashes, no stored arguments, and no other node to fear.
 */
final class Limit implements Contender {
  private static final String TABLES =
      """
      CREATE TABLE IF NOT EXISTS live (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, state text NOT NULL,
        step integer NOT NULL, owner bigint)
        WITH (fillfactor = 40, autovacuum_vacuum_scale_factor = 0.02);
      CREATE TABLE IF NOT EXISTS entry (
        chain bigint, sequence integer, at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL, detail text NOT NULL, PRIMARY KEY (chain, sequence));
      CREATE TABLE IF NOT EXISTS ended (
        id bigint PRIMARY KEY, state text NOT NULL, ended_at timestamptz NOT NULL DEFAULT now())\
      """;
  private static final String STORE =
      """
      WITH made AS (
        INSERT INTO live (state, step, owner)
        SELECT '{"number":"+8613900000000","plan":"plan-59","prepaid":false}', 1, ?::bigint
          FROM generate_series(1, ?) RETURNING id),
      told AS (
        INSERT INTO entry (chain, sequence, kind, detail)
        SELECT id, 1, 'started', '{"next":"step-1"}' FROM made)
      SELECT id FROM made\
      """;
  private static final String CLAIM =
      """
      UPDATE live SET owner = 1 WHERE id = ANY (ARRAY (
        SELECT id FROM live WHERE owner IS NULL LIMIT 1000 FOR UPDATE SKIP LOCKED))
      RETURNING id\
      """;
  private static final int IN_MEMORY = 10_000;

  private final HikariDataSource pool;
  private final Meter meter;
  private final Ends ends = new Ends();
  private final Semaphore room = new Semaphore(IN_MEMORY);
  private volatile @Nullable Crew crew;

  Limit(ProductDatabase database) {
    this.meter = new Meter(database.owner());
    pool = Pools.of(database, "bench_limit", 4);
    Pools.execute(pool, TABLES);
  }

  /** What works between begin and rest. */
  private record Crew(
      Work work, ExecutorService steps, List<LimitCommitter> committers, List<Thread> threads) {}

  @Override
  public String name() {
    return "limit";
  }

  @Override
  public HikariDataSource pool() {
    return pool;
  }

  @Override
  public Meter meter() {
    return meter;
  }

  @Override
  public Ends ends() {
    return ends;
  }

  @Override
  public void store(int cases, Work work) throws SQLException {
    insert(cases, false);
  }

  private List<Long> insert(int cases, boolean own) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement store = connection.prepareStatement(STORE)) {
      store.setObject(1, own ? 1L : null, java.sql.Types.BIGINT);
      store.setInt(2, cases);
      return ids(store);
    }
  }

  @Override
  public void begin(Work work) {
    var committers = new ArrayList<LimitCommitter>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 2; i++) {
      var committer = new LimitCommitter(pool, this::run, this::ended);
      committers.add(committer);
      threads.add(Thread.ofPlatform().name("limit-committer").unstarted(committer));
    }
    threads.add(Thread.ofPlatform().name("limit-claims").unstarted(this::claim));
    crew = new Crew(work, Executors.newVirtualThreadPerTaskExecutor(), committers, threads);
    threads.forEach(Thread::start);
  }

  private void claim() {
    try (Connection connection = pool.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      List<Long> ids;
      do {
        room.acquire(1_000);
        ids = ids(claim);
        room.release(1_000 - ids.size());
        ids.forEach(id -> run(new LimitCommitter.Progress(id, 1)));
      } while (!ids.isEmpty());
    } catch (InterruptedException rest) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new Said("The limit program failed: " + e.getMessage(), e);
    }
  }

  /** Runs the step where a case stands, and has it stored. */
  private void run(LimitCommitter.Progress at) {
    Crew now = crew;
    if (now != null) {
      now.steps()
          .execute(
              () -> {
                now.work().doIt();
                now.committers().get((int) (at.id() % 2)).submit(at);
              });
    }
  }

  private void ended(int cases) {
    room.release(cases);
    ends.many(cases);
  }

  @Override
  public void startOne() throws SQLException {
    room.acquireUninterruptibly();
    insert(1, true).forEach(id -> run(new LimitCommitter.Progress(id, 1)));
  }

  @Override
  public void rest() {
    Crew now = crew;
    if (now == null) {
      return;
    }
    crew = null;
    now.threads().forEach(Thread::interrupt);
    now.steps().shutdown();
    try {
      for (Thread thread : now.threads()) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    rest();
    pool.close();
  }

  private static List<Long> ids(PreparedStatement statement) throws SQLException {
    var ids = new ArrayList<Long>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    return ids;
  }
}
