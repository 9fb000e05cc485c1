package io.onhook.bench;

import io.onhook.stand.Http;
import io.onhook.stand.Patience;
import io.onhook.stand.Said;
import io.onhook.stand.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Eligibility checks and submissions over HTTP, each asking the operator's systems: how many a
 * second with 32 under way at once, and how long one takes, among those and alone. Nothing is
 * repeated: an answer that is no success ends the benchmark.
 */
final class WebBench {
  private static final int WARM_UPS = 6;
  private static final int WARM_UP = 300;
  private static final int ALONE = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String AT_WORK = "SELECT count(*) FROM engine.live_case WHERE phase = 0";

  private final Product product;
  private final Meter meter;
  private final Options options;
  private final Figures figures;

  private WebBench(Product product, Options options, Figures figures) {
    this.product = product;
    this.meter = new Meter(product.database());
    this.options = options;
    this.figures = figures;
  }

  static void run(Options options, Figures figures) {
    Path folder = options.folder();
    try (var product = Product.start(options, folder, new StepTimes())) {
      var bench = new WebBench(product, options, figures);
      Http client = product.impatientClient();
      var requests = new Requests(client);
      bench.measure("eligibility", line -> check(client, line));
      bench.measure("submission", requests::submit);
      figures.atMost(512, "heap_mb_under_load", Meter.peakHeap(), "MB");
    } finally {
      Options.remove(folder);
    }
  }

  private void measure(String name, Consumer<Subject> request) {
    int count = options.cases(1_000);
    for (int i = 0; i < (options.brief() ? 1 : WARM_UPS); i++) {
      atOnce(product.lines(Math.min(count, WARM_UP)), request, new Samples());
      quiet();
    }
    var times = new Samples();
    var rates = new Samples();
    var whole = new Samples();
    Costs costs = Costs.NONE;
    for (int round = 1; round <= options.rounds(); round++) {
      List<Subject> lines = product.lines(count);
      System.gc();
      Costs before = Costs.now(meter, product.operatorPid());
      double took = atOnce(lines, request, times);
      quiet();
      Costs it = Costs.now(meter, product.operatorPid()).minus(before);
      costs = costs.plus(it);
      rates.add(count / took);
      whole.add(count / it.seconds());
      figures.say("%s, round %d: %.1f a second".formatted(name, round, rates.last()));
    }
    var alone = new Samples();
    product.lines(Math.min(count, ALONE)).forEach(line -> alone.add(millis(request, line)));
    quiet();

    String metric = "web_" + name;
    figures.tell(metric + "_per_second", rates.median(), "1/s");
    // The cases that were begun go on: so many a second until nothing of them is left to do.
    figures.tell(metric + "_per_second_until_quiet", whole.median(), "1/s");
    figures.tell(metric + "_p50_ms", times.median(), "ms");
    figures.tell(metric + "_p99_ms", times.quantile(0.99), "ms");
    figures.tell(metric + "_alone_p50_ms", alone.median(), "ms");
    figures.tell(metric + "_alone_p99_ms", alone.quantile(0.99), "ms");
    costs.tell(metric, count * options.rounds(), figures);
  }

  /** Gives the seconds until the last answer. */
  private static double atOnce(List<Subject> lines, Consumer<Subject> request, Samples times) {
    long begun = System.nanoTime();
    List<Double> each = Load.each(lines, line -> millis(request, line));
    double took = (System.nanoTime() - begun) / 1e9;
    each.forEach(times::add);
    return took;
  }

  private void quiet() {
    Patience.until("no case has anything to do", PATIENCE, () -> meter.number(AT_WORK) == 0);
  }

  private static double millis(Consumer<Subject> request, Subject line) {
    long begun = System.nanoTime();
    request.accept(line);
    return (System.nanoTime() - begun) / 1e6;
  }

  private static void check(Http client, Subject line) {
    String verdict =
        client
            .post("/api/v1/eligibility-checks", Map.of("number", "+" + line.msisdn()), Map.of())
            .json()
            .path("verdict")
            .asString("");
    if (!verdict.equals("can")) {
      throw new Said("A line with nothing in its way can end, but the answer was " + verdict);
    }
  }
}
