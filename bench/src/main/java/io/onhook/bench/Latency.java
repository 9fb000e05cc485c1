package io.onhook.bench;

import io.onhook.database.ProductDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long one case takes alone, from its start to its durable end, beside eight bare commits. */
final class Latency {
  private static final long PAUSE_MILLIS = 3;

  private Latency() {}

  private interface Once {
    void go() throws SQLException;
  }

  static void measure(
      List<Contender> all, ProductDatabase database, Options options, Figures figures)
      throws SQLException {
    int cases = (int) Math.max(3, 20 * options.seconds());
    int warm = options.brief() ? 1 : 30;
    var commits = new Samples();
    List<Samples> samples = all.stream().map(contender -> new Samples()).toList();
    try (var bare = new BareCommits(database)) {
      for (int round = 0; round < options.rounds(); round++) {
        time(bare::eight, warm, cases, commits);
        for (int i = 0; i < all.size(); i++) {
          Contender contender = all.get(i);
          contender.begin(Work.NOTHING);
          time(() -> one(contender), warm, cases, samples.get(i));
          contender.rest();
        }
      }
    }
    tell("eight_commits", commits, figures);
    for (int i = 0; i < all.size(); i++) {
      tell(all.get(i).name(), samples.get(i), figures);
    }
    figures.atMost(
        2, "single_p50_ratio_to_commits", samples.getFirst().median() / commits.median(), "ratio");
  }

  private static void one(Contender contender) throws SQLException {
    contender.ends().expect(1);
    contender.startOne();
    contender.ends().await();
  }

  private static void time(Once once, int warm, int times, Samples samples) throws SQLException {
    for (int i = -warm; i < times; i++) {
      long begun = System.nanoTime();
      once.go();
      if (i >= 0) {
        samples.add((System.nanoTime() - begun) / 1e6);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tell(String name, Samples samples, Figures figures) {
    figures.tell("single_p50_ms_" + name, samples.median(), "ms");
    figures.tell("single_p99_ms_" + name, samples.quantile(0.99), "ms");
  }
}
