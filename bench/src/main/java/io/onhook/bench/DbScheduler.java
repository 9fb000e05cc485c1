package io.onhook.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import io.onhook.database.ProductDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * db-scheduler as a chain: a task that reschedules itself at once, seven times, then removes
 * itself. Tuned: lock-and-fetch, immediate execution, more threads than cores.
 */
final class DbScheduler implements Contender {
  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS scheduled_tasks (
        task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,
        execution_time timestamptz NOT NULL, picked boolean NOT NULL, picked_by text,
        last_success timestamptz, last_failure timestamptz, consecutive_failures int,
        last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,
        PRIMARY KEY (task_name, task_instance));
      CREATE INDEX IF NOT EXISTS execution_time_idx ON scheduled_tasks (execution_time);
      CREATE INDEX IF NOT EXISTS last_heartbeat_idx ON scheduled_tasks (last_heartbeat)\
      """;

  private final HikariDataSource pool;
  private final Meter meter;
  private final Ends ends = new Ends();
  private final Map<Work, CustomTask<Integer>> tasks = new EnumMap<>(Work.class);
  private @Nullable Scheduler scheduler;
  private long serial;

  DbScheduler(ProductDatabase database) {
    this.meter = new Meter(database.owner());
    pool = Pools.of(database, "bench_db_scheduler", 16);
    Pools.execute(pool, TABLE);
    for (Work work : Work.values()) {
      tasks.put(work, chain(work));
    }
  }

  private CustomTask<Integer> chain(Work work) {
    return Tasks.custom(work.tag(), Integer.class)
        .execute(
            (instance, context) -> {
              work.doIt();
              int step = instance.getData();
              return step < Work.STEPS
                  ? (complete, operations) ->
                      operations.reschedule(complete, Instant.now(), step + 1)
                  : (complete, operations) -> {
                    operations.remove();
                    ends.one();
                  };
            });
  }

  @Override
  public String name() {
    return "dbscheduler";
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
  public void store(int cases, Work work) {
    Scheduler storage = scheduler(work);
    storage.scheduleBatch(
        IntStream.range(0, cases).<TaskInstance<?>>mapToObj(i -> first(work)), Instant.now());
  }

  private TaskInstance<Integer> first(Work work) {
    return task(work).instance("case-" + serial++, 1);
  }

  private CustomTask<Integer> task(Work work) {
    CustomTask<Integer> task = tasks.get(work);
    if (task == null) {
      throw new IllegalStateException("Every work has its task");
    }
    return task;
  }

  @Override
  public void begin(Work work) {
    Scheduler begun = scheduler(work);
    scheduler = begun;
    begun.start();
  }

  @Override
  public void startOne() {
    Scheduler running = scheduler;
    if (running == null) {
      throw new IllegalStateException("The workers rest");
    }
    running.schedule(first(Work.NOTHING), Instant.now());
  }

  private Scheduler scheduler(Work work) {
    return Scheduler.create(pool, tasks.values().toArray(CustomTask[]::new))
        .threads(work == Work.NOTHING ? 20 : 200)
        .pollUsingLockAndFetch(0.5, 4)
        .pollingInterval(Duration.ofMillis(100))
        .enableImmediateExecution()
        .shutdownMaxWait(Duration.ofSeconds(5))
        .build();
  }

  @Override
  public void rest() {
    Scheduler running = scheduler;
    if (running != null) {
      running.stop();
      scheduler = null;
    }
  }

  @Override
  public void close() {
    rest();
    pool.close();
  }
}
