package io.onhook.bench;

import io.onhook.database.ProductDatabase;
import io.onhook.stand.Said;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The same work on two databases by turns: one new, one with millions of ended cases. It must be as
 * fast there, and the tables that running cases live in must be as small.
 */
final class HistoryBench {
  private static final String WORKING_TABLES =
      """
      SELECT sum(pg_total_relation_size(t)) / 1048576.0
        FROM unnest('{engine.live_case,engine.timer,engine.ready,engine.signal,engine.mail}'
                    ::regclass[]) AS t\
      """;
  private static final String ALL_TABLES =
      "SELECT pg_database_size(current_database()) / 1048576.0";

  private HistoryBench() {}

  static void run(Options options, Figures figures) {
    Path folder = options.folder();
    int cases = options.cases(5_000_000);
    fill(folder.resolve("old"), cases, figures);
    try (var young = ProductDatabase.in(folder.resolve("young"));
        var old = ProductDatabase.in(folder.resolve("old"))) {
      try (var first = new Onhook(young);
          var second = new Onhook(old)) {
        List<Throughput> results =
            Throughput.measure(List.of(first, second), Work.NOTHING, options, figures);
        tell(results, cases, figures);
      }
    } catch (SQLException e) {
      throw new Said("PostgreSQL failed: " + e.getMessage(), e);
    } finally {
      Options.remove(folder);
    }
  }

  /** The server is stopped behind it: what it still had to write is not measured. */
  private static void fill(Path folder, int cases, Figures figures) {
    try (var old = ProductDatabase.in(folder)) {
      Archive.fill(old.owner(), cases, figures);
    }
  }

  private static void tell(List<Throughput> results, int cases, Figures figures) {
    List<String> names = List.of("young", "old");
    figures.tell("history_cases", cases, "cases");
    for (int i = 0; i < names.size(); i++) {
      Throughput one = results.get(i);
      Meter meter = one.contender().meter();
      String name = "_" + names.get(i);
      figures.tell("history_cases_per_second" + name, one.casesPerSecond().median(), "cases/s");
      figures.tell("history_cpu_ms_per_case" + name, one.cpuMillis().median(), "ms");
      figures.tell("history_working_tables_mb" + name, meter.number(WORKING_TABLES), "MB");
      figures.tell("history_database_mb" + name, meter.number(ALL_TABLES), "MB");
    }
    figures.atLeast(
        0.9,
        "history_ratio",
        results.get(1).casesPerSecond().median() / results.get(0).casesPerSecond().median(),
        "ratio");
  }
}
