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
      " FROM engine.live_case c WHERE process IN ('cancellation/1', 'refund/1', 'notice/1')";

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
    int warm = options.brief() ? 1 : 2;
    for (int i = 0; i < warm; i++) {
      walk(product.lines(Math.min(cases, 300)), figures);
    }
    var rates = new Samples();
    watch.answers();
    try (var profile = new Profile()) {
      double changes = watch.changes();
      Costs before = costs();
      int rounds = Math.max(1, options.rounds() / 2);
      System.gc();
      for (int round = 1; round <= rounds; round++) {
        List<Subject> lines = product.lines(cases);
        long begun = System.nanoTime();
        walk(lines, figures);
        rates.add(cases / ((System.nanoTime() - begun) / 1e9));
        figures.say("round %d: %.1f cancellations/s".formatted(round, rates.last()));
      }
      Costs after = costs();
      int all = cases * rounds;
      figures.atLeast(300, "cancellations_per_second", rates.median(), "1/s");
      figures.tell("cancel_changes_per_case", (watch.changes() - changes) / all, "changes");
      figures.tell("cancel_cpu_ms_service", (after.service - before.service) * 1e3 / all, "ms");
      figures.tell("cancel_cpu_ms_operator", (after.operator - before.operator) * 1e3 / all, "ms");
      figures.tell(
          "cancel_cpu_ms_postgresql", (after.postgresql - before.postgresql) * 1e3 / all, "ms");
      figures.tell("cancel_wal_bytes_per_case", (after.wal - before.wal) / all, "bytes");
      profile
          .shares()
          .forEach((part, share) -> figures.tell("cancel_cpu_share_" + part, share, "share"));
    }
    watch
        .answers()
        .forEach(
            (step, times) -> {
              String name = step.replaceAll("[^a-z]+", "_");
              figures.tell("cancel_answer_p50_ms_" + name, times.median(), "ms");
            });
    figures.atMost(512, "heap_mb_under_load", Meter.peakHeap(), "MB");
  }

  /** CPU seconds by process, and the log's length. */
  private record Costs(double service, double operator, double postgresql, double wal) {}

  private Costs costs() {
    double service = Meter.cpuSeconds(ProcessHandle.current().pid());
    return new Costs(
        service,
        Meter.cpuSeconds(product.operatorPid()),
        meter.cpuSeconds() - service,
        meter.walBytes());
  }

  /** From the first submission to the end of the last notice. */
  private void walk(List<Subject> lines, Figures figures) {
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
    figures.say(
        "%d: submitted in %.1f s, checked in %.1f s more, decided in %.1f s, ended in %.1f s"
            .formatted(
                lines.size(),
                submitted - begun,
                checked - submitted,
                decided - checked,
                System.nanoTime() / 1e9 - decided));
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
    Thread.sleep(Duration.ofMillis(100));
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
