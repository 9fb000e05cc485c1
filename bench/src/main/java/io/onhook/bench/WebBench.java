package io.onhook.bench;

import io.onhook.stand.Http;
import io.onhook.stand.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Eligibility checks and submissions over HTTP, each asking the operator's systems. */
final class WebBench {
  private static final int WARM_UP = 300;

  private WebBench() {}

  static void run(Options options, Figures figures) {
    Path folder = options.folder();
    try (var product = Product.start(options, folder, new StepTimes())) {
      int count = options.cases(1_000);
      Http client = product.client();
      var requests = new Requests(client);
      measure("eligibility", product, count, line -> check(client, line), options, figures);
      measure("submission", product, count, requests::submit, options, figures);
      figures.atMost(512, "heap_mb_under_load", Meter.peakHeap(), "MB");
    } finally {
      Options.remove(folder);
    }
  }

  private static void measure(
      String name,
      Product product,
      int count,
      Consumer<Subject> request,
      Options options,
      Figures figures) {
    Load.each(product.lines(Math.min(count, WARM_UP)), line -> timed(request, line));
    var times = new Samples();
    var rates = new Samples();
    for (int round = 0; round < options.rounds(); round++) {
      List<Subject> lines = product.lines(count);
      long begun = System.nanoTime();
      Load.each(lines, line -> timed(request, line)).forEach(times::add);
      rates.add(count / ((System.nanoTime() - begun) / 1e9));
      figures.say("%s, round %d: %.1f a second".formatted(name, round + 1, rates.last()));
    }
    figures.tell("web_" + name + "_per_second", rates.median(), "1/s");
    figures.tell("web_" + name + "_p50_ms", times.median(), "ms");
    figures.tell("web_" + name + "_p99_ms", times.quantile(0.99), "ms");
  }

  private static double timed(Consumer<Subject> request, Subject line) {
    long begun = System.nanoTime();
    request.accept(line);
    return (System.nanoTime() - begun) / 1e6;
  }

  private static void check(Http client, Subject line) {
    client
        .post("/api/v1/eligibility-checks", Map.of("number", "+" + line.msisdn()), Map.of())
        .fine();
  }
}
