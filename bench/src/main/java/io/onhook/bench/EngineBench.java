package io.onhook.bench;

import io.onhook.database.ProductDatabase;
import io.onhook.stand.Said;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Our engine, the raw limit, db-scheduler and Flowable on one PostgreSQL, by turns. */
final class EngineBench {
  private EngineBench() {}

  static void run(Options options, Figures figures) {
    Path folder = options.folder();
    try (var database = ProductDatabase.in(folder)) {
      compare(database, options, figures);
    } catch (SQLException e) {
      throw new Said("PostgreSQL failed: " + e.getMessage(), e);
    } finally {
      Options.remove(folder);
    }
  }

  private static void compare(ProductDatabase database, Options options, Figures figures)
      throws SQLException {
    List<Contender> all = new ArrayList<>();
    try {
      var onhook = new Onhook(database);
      all.add(onhook);
      if (options.with("limit")) {
        all.add(new Limit(database));
      }
      if (options.with("dbscheduler")) {
        all.add(new DbScheduler(database));
      }
      if (options.with("flowable")) {
        all.add(new Flowable(database));
      }
      for (Work work : List.of(Work.NOTHING, Work.WAIT_20_MS)) {
        tellThroughput(Throughput.measure(all, work, options, figures), work, figures);
      }
      Latency.measure(all, database, options, figures);
      Crowd.measure(onhook, options, figures);
    } finally {
      all.reversed().forEach(Contender::close);
    }
  }

  private static void tellThroughput(List<Throughput> results, Work work, Figures figures) {
    String tag = work.tag();
    for (Throughput one : results) {
      String name = "_" + one.contender().name();
      figures.tell(tag + "_cases_per_second" + name, one.casesPerSecond().median(), "cases/s");
      figures.tell(tag + "_cpu_ms_per_case" + name, one.cpuMillis().median(), "ms");
      figures.tell(tag + "_wal_bytes_per_case" + name, one.walBytes().median(), "bytes");
      figures.tell(tag + "_rows_per_case" + name, one.rows(), "rows");
      figures.tell(tag + "_peak_heap_mb" + name, one.heap().max(), "MB");
    }
    double ours = results.getFirst().casesPerSecond().median();
    for (Throughput other : results.subList(1, results.size())) {
      double ratio = ours / other.casesPerSecond().median();
      String metric = tag + "_ratio_to_" + other.contender().name();
      switch (metric) {
        case "noop_ratio_to_limit", "wait20_ratio_to_limit" ->
            figures.atLeast(0.5, metric, ratio, "ratio");
        case "noop_ratio_to_dbscheduler" -> figures.atLeast(10, metric, ratio, "ratio");
        case "noop_ratio_to_flowable" -> figures.atLeast(100, metric, ratio, "ratio");
        default -> figures.tell(metric, ratio, "ratio");
      }
    }
    if (work == Work.NOTHING) {
      figures.atMost(3072, "wal_bytes_per_case", results.getFirst().walBytes().median(), "bytes");
      figures.atMost(512, "heap_mb_under_load", results.getFirst().heap().max(), "MB");
    }
  }
}
