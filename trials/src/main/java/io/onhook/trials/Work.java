package io.onhook.trials;

import io.onhook.stand.Screen;
import io.onhook.trials.check.Violation;
import io.onhook.trials.field.Field;
import io.onhook.trials.plan.Plan;
import io.onhook.trials.plan.Plans;
import io.onhook.trials.plan.Shrinking;
import io.onhook.trials.plan.Subject;
import io.onhook.trials.run.Kills;
import io.onhook.trials.run.Schedules;
import io.onhook.trials.run.Weather;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What is left to be tried, shared by all fields. */
final class Work {
  /** A field is left after so many schedules: tables of a young product, and lines enough. */
  private static final int FIELD_LASTS = 2_000;

  /** Every third wave has weather; in the others a violation is the plan's alone. */
  private static final int WEATHER_EACH = 3;

  private final Options options;
  private final Figures figures;
  private final Screen screen;
  private final long begun = System.nanoTime();
  private final Set<String> twoNodesLeft = new LinkedHashSet<>();
  private long nextSeed;
  private int left;
  private int waves;
  private int rounds;
  private boolean stopped;

  Work(Options options, Figures figures, Screen screen) {
    this.options = options;
    this.figures = figures;
    this.screen = screen;
    this.nextSeed = figures.next(options.seed());
    this.left = options.kills() ? options.most() : options.schedules();
  }

  synchronized boolean more() {
    boolean time =
        options.minutes() == 0 || System.nanoTime() - begun < options.minutes() * 60_000_000_000L;
    return left > 0 && time && !stopped;
  }

  synchronized void stop() {
    stopped = true;
  }

  /** Works in this field until there is nothing left or it has seen enough; true if all held. */
  boolean in(Field field, int number) {
    field.warmUp();
    return options.kills() ? kill(field, number) : walk(field);
  }

  private record Share(long seed, int count, int wave) {}

  private synchronized Share share() {
    int count = Math.min(options.wave(), left);
    var share = new Share(nextSeed, count, ++waves);
    nextSeed += count;
    left -= count;
    return share;
  }

  private boolean walk(Field field) {
    var schedules = new Schedules(field);
    int walked = 0;
    boolean fine = true;
    while (more() && walked < FIELD_LASTS) {
      Share share = share();
      Weather weather =
          !options.replay() && share.wave() % WEATHER_EACH == 0
              ? Weather.of(share.seed())
              : Weather.fair();
      List<Plan> plans =
          LongStream.range(share.seed(), share.seed() + share.count())
              .mapToObj(Plans::of)
              .map(plan -> Shrinking.without(plan, options.drop()))
              .toList();
      var outcome = schedules.walk(plans, weather);
      walked += share.count();
      plans.forEach(
          plan -> plan.faults().forEach(fault -> figures.fault(fault.mode(), fault.times())));
      schedules.storms().forEach((kind, times) -> figures.fault(kind.text(), times));
      schedules.storms().clear();
      figures.schedules(share.seed(), share.count());
      figures.violations(outcome.violations());
      screen.step(
          "seeds %d..%d: %.1f a second, %d cases%s, %d violations",
          share.seed(),
          share.seed() + share.count() - 1,
          share.count() * 1000.0 / outcome.millis(),
          outcome.evidence().cases().size(),
          weather.storms().isEmpty() ? "" : ", " + weather.storms(),
          outcome.violations().size());
      keep();
      if (!outcome.violations().isEmpty()) {
        fine = false;
        explain(schedules, outcome, weather);
      }
    }
    return fine;
  }

  /** Which plan it was, how small it can be, and the command that replays it. */
  private void explain(Schedules schedules, Schedules.Outcome outcome, Weather weather) {
    Map<String, Plan> byLine = new TreeMap<>();
    for (Subject subject : outcome.subjects()) {
      byLine.put(subject.line(), subject.plan());
    }
    Set<Long> explained = new LinkedHashSet<>();
    for (Violation violation : outcome.violations()) {
      screen.more("VIOLATED %s", violation.toString());
      Plan plan = byLine.get(violation.line());
      if (plan == null || explained.size() >= 2 || !explained.add(plan.seed())) {
        continue;
      }
      screen.more("%s", plan.toString());
      if (options.replay()) {
        continue;
      }
      boolean again = !schedules.walk(List.of(plan), Weather.fair()).violations().isEmpty();
      if (!again) {
        screen.more(
            "Alone it holds%s; the wave: ./onhook trial --seed %d --schedules %d --wave %d",
            weather.storms().isEmpty() ? "" : " without " + weather.storms(),
            outcome.subjects().stream().mapToLong(it -> it.plan().seed()).min().orElse(0),
            outcome.subjects().size(),
            outcome.subjects().size());
        continue;
      }
      List<Integer> dropped =
          Shrinking.droppable(
              plan,
              smaller -> !schedules.walk(List.of(smaller), Weather.fair()).violations().isEmpty());
      screen.more("Shrunk: %s", Shrinking.without(plan, dropped).toString());
      screen.more(
          "Replay: ./onhook trial --replay %d%s",
          plan.seed(),
          dropped.isEmpty()
              ? ""
              : " --drop "
                  + String.join(",", dropped.stream().map(part -> part.toString()).toList()));
    }
  }

  private boolean kill(Field field, int number) {
    int nodes = options.nodes() == 0 ? 1 + number % 2 : options.nodes();
    var kills = new Kills(field, nodes, 600_000);
    boolean fine = true;
    for (int i = 0; i < 6 && more(); i++) {
      long seed;
      int most;
      synchronized (this) {
        seed = options.seed() + ++rounds;
        most = left;
      }
      Kills.Outcome outcome =
          kills.round(
              seed,
              most,
              this::more,
              figures.wanted(nodes, kills.cells()),
              cell -> screen.step("%d node%s: SIGKILL at %s", nodes, nodes == 1 ? "" : "s", cell));
      synchronized (this) {
        left -= outcome.kills();
        twoNodesLeft.addAll(outcome.missed());
      }
      figures.kills(outcome.kills(), nodes, outcome.struck());
      figures.fault("node-killed-in-a-cell", outcome.kills());
      figures.violations(outcome.violations());
      screen.step(
          "%d node%s, round %d: %d kills at %d of %d cells, %d violations",
          nodes,
          nodes == 1 ? "" : "s",
          seed,
          outcome.kills(),
          outcome.struck().size(),
          kills.cells().size(),
          outcome.violations().size());
      if (!outcome.missed().isEmpty()) {
        screen.more("Not reached: %s", String.join(", ", outcome.missed()));
      }
      outcome.violations().forEach(violation -> screen.more("VIOLATED %s", violation.toString()));
      fine &= outcome.violations().isEmpty();
      keep();
    }
    return fine;
  }

  private void keep() {
    Path campaign = options.campaign();
    if (campaign != null) {
      figures.keep(campaign);
    }
  }
}
