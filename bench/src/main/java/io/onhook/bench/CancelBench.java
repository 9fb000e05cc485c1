package io.onhook.bench;

import io.onhook.stand.Http;
import io.onhook.stand.Patience;
import io.onhook.stand.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whole cancellations: submitted and decided over HTTP, walked through every adapter to the end of
 * both tracks, notices included. Waits for days are skipped by the product's clock.
 */
final class CancelBench {
  /** What belongs to a cancellation; the rest of a quarantined number is months away. */
  private static final String WHOLE =
      " FROM engine.live_case c WHERE split_part(process, '/', 1) IN"
          + " ('cancellation', 'collection', 'refund', 'notice')";

  /** Until then the JVM is busy with compiling: three rounds are not enough. */
  private static final int WARM_UPS = 6;

  private static final int WARM_UP = 300;

  private static final List<String> PHASES = List.of("submit", "check", "decide", "end");

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Product product;
  private final StepTimes watch;
  private final Meter meter;
  private final Http client;
  private final Http reviewer;
  private final Requests requests;
  private Instant clock;

  private CancelBench(Product product, StepTimes watch) {
    this.product = product;
    this.watch = watch;
    this.meter = new Meter(product.database());
    this.client = product.client();
    this.reviewer = product.reviewer();
    this.requests = new Requests(client);
    this.clock = requests.now();
  }

  static void run(Options options, Figures figures) {
    Path folder = options.folder();
    var watch = new StepTimes();
    try (var product = Product.start(options, folder, watch)) {
      new CancelBench(product, watch).measure(options, figures);
    } finally {
      Options.remove(folder);
    }
  }

  private void measure(Options options, Figures figures) {
    int cases = options.cases(1_000);
    int warm = options.brief() ? 1 : WARM_UPS;
    for (int i = 0; i < warm; i++) {
      walk(product.lines(Math.min(cases, WARM_UP)), figures);
    }
    var rates = new Samples();
    watch.answers();
    watch.changesByProcess();
    long changes = watch.changes();
    int rounds = Math.max(1, options.rounds() / 2);
    Costs costs = Costs.NONE;
    var phases = new double[PHASES.size()];
    try (var profile = new Profile()) {
      for (int round = 1; round <= rounds; round++) {
        List<Subject> lines = product.lines(cases);
        System.gc();
        Costs before = Costs.now(meter, product.operatorPid());
        double[] took = walk(lines, figures);
        Costs it = Costs.now(meter, product.operatorPid()).minus(before);
        costs = costs.plus(it);
        for (int i = 0; i < phases.length; i++) {
          phases[i] += took[i];
        }
        rates.add(cases / it.seconds());
        figures.say("round %d: %.1f cancellations/s".formatted(round, rates.last()));
      }
      int all = cases * rounds;
      figures.atLeast(300, "cancellations_per_second", rates.median(), "1/s");
      costs.tell("cancel", all, figures);
      for (int i = 0; i < phases.length; i++) {
        figures.tell("cancel_time_share_" + PHASES.get(i), phases[i] / costs.seconds(), "share");
      }
      figures.tell("cancel_changes", (watch.changes() - changes) / (double) all, "changes");
      watch
          .changesByProcess()
          .forEach(
              (process, count) ->
                  figures.tell("cancel_changes_" + word(process), count / (double) all, "changes"));
      profile
          .shares()
          .forEach((part, share) -> figures.tell("cancel_cpu_share_" + part, share, "share"));
    }
    watch
        .answers()
        .forEach(
            (step, times) ->
                figures.tell("cancel_answer_p50_ms_" + word(step), times.median(), "ms"));
    figures.atMost(512, "heap_mb_under_load", Meter.peakHeap(), "MB");
  }

  private static String word(String name) {
    return name.replaceAll("/\\d+", "").replaceAll("[^a-z]+", "_");
  }

  /**
   * From the first submission to the end of the last notice.
   *
   * @return how many seconds each of the phases took
   */
  private double[] walk(List<Subject> lines, Figures figures) {
    double begun = System.nanoTime() / 1e9;
    long decisions = watch.decisions();
    List<String> references = new ArrayList<>(Load.each(lines, requests::submit));
    double submitted = System.nanoTime() / 1e9;
    Patience.until(
        "all wait for a decision",
        PATIENCE,
        () -> watch.decisions() - decisions >= references.size());
    double checked = System.nanoTime() / 1e9;
    Load.each(references, this::decide);
    double decided = System.nanoTime() / 1e9;
    Patience.until("all have ended", PATIENCE, this::allEnded);
    double[] took = {
      submitted - begun, checked - submitted, decided - checked, System.nanoTime() / 1e9 - decided
    };
    figures.say(
        "%d: submitted in %.1f s, checked in %.1f s more, decided in %.1f s, ended in %.1f s"
            .formatted(lines.size(), took[0], took[1], took[2], took[3]));
    return took;
  }

  private int decide(String reference) {
    return reviewer
        .post(
            "/api/v1/cancellations/" + reference + "/decision",
            Map.of("decision", "approve", "note", "Looked at by the benchmark"),
            Map.of())
        .fine()
        .status();
  }

  /** Moves the clock where all that is left waits for it. */
  private boolean allEnded() throws InterruptedException {
    if (meter.number("SELECT count(*)" + WHOLE) == 0) {
      return true;
    }
    long before = watch.changes();
    Thread.sleep(Duration.ofMillis(25));
    if (watch.changes() == before
        && meter.number("SELECT count(*)" + WHOLE + " AND phase = 0") == 0) {
      double latest =
          meter.number("SELECT coalesce(extract(epoch FROM max(waits_until)), 0)" + WHOLE);
      var wanted = Instant.ofEpochSecond((long) latest + 2);
      if (wanted.isAfter(clock)) {
        clock = wanted;
      } else {
        clock = clock.plus(Duration.ofHours(6)); // the bank takes its time
      }
      client.post("/sandbox/clock", Map.of("now", clock.toString()), Map.of()).fine();
    }
    return false;
  }
}
