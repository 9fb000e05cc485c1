package io.onhook.bench;

import io.onhook.stand.Said;
import java.util.List;

/** {@code ./onhook bench}: which benchmark, and how it is told. */
final class Bench {
  private static final String HELP =
      """
      ./onhook bench engine    our engine beside the raw limit, db-scheduler and Flowable
      ./onhook bench cancel    whole cancellations through all adapters, and where the time goes
      ./onhook bench history   the same throughput with 5 million ended cases as with none
      ./onhook bench queue     calls at stores, and how soon 600 boards show them
      ./onhook bench web       eligibility checks and submissions over HTTP
        --json                 one object a line: bench, metric, value, unit, target
        --rounds N             how often each is measured (5)
        --seconds N            how long one measurement lasts, about (4)
        --cases N              how many, where that is fixed
        --only limit,flowable  beside ours only these
      """;

  private Bench() {}

  public static void main(String[] args) {
    try {
      run(List.of(args));
      System.exit(0);
    } catch (Said e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(List<String> words) {
    String bench = words.isEmpty() ? "" : words.getFirst();
    Options options = Options.parse(words.stream().skip(1).toList());
    var figures = new Figures(bench, options.json(), System.out);
    switch (bench) {
      case "cancel" -> CancelBench.run(options, figures);
      case "engine" -> EngineBench.run(options, figures);
      case "history" -> HistoryBench.run(options, figures);
      case "queue" -> QueueBench.run(options, figures);
      case "web" -> WebBench.run(options, figures);
      default -> throw new Said(HELP);
    }
  }
}
