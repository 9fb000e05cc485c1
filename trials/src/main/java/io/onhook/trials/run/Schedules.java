package io.onhook.trials.run;

import io.onhook.trials.check.Evidence;
import io.onhook.trials.check.Gathering;
import io.onhook.trials.check.Invariant;
import io.onhook.trials.check.Violation;
import io.onhook.trials.check.Witness;
import io.onhook.trials.field.Field;
import io.onhook.trials.field.Node;
import io.onhook.trials.plan.Plan;
import io.onhook.trials.plan.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Walks plans wave by wave in one field, and judges each wave when it has come to rest. */
public final class Schedules {
  private static final int FIRST_LINE = 600_000;

  private final Field field;
  private final Gathering gathering;
  private final Map<Weather.Kind, Integer> storms = new EnumMap<>(Weather.Kind.class);
  private final Subjects lines;

  /** In a field without nodes yet, or with some. */
  public Schedules(Field field) {
    this.field = field;
    Witness.install(field.tables());
    if (field.nodes().isEmpty()) {
      field.startNode();
    }
    this.gathering = new Gathering(field);
    this.lines = new Subjects(field, FIRST_LINE);
  }

  /** What a wave came to. */
  public record Outcome(
      List<Subject> subjects, Evidence evidence, List<Violation> violations, long millis) {}

  /** How often what broke. */
  public Map<Weather.Kind, Integer> storms() {
    return storms;
  }

  /** Walks these plans at once. */
  public Outcome walk(List<Plan> plans, Weather weather) {
    long begun = System.nanoTime();
    List<Subject> subjects = lines.of(plans);
    try (var wave = new Wave(field, subjects, false)) {
      var desk = new Desk(field);
      var rest = new ArrayList<>(weather.storms());
      Runnable storm =
          () -> {
            long since = (System.nanoTime() - begun) / 1_000_000;
            rest.removeIf(
                next -> {
                  if (next.afterMillis() > since) {
                    return false;
                  }
                  if (!Weather.possible(field, next.kind())) {
                    return true;
                  }
                  storms.merge(next.kind(), 1, Integer::sum);
                  try {
                    Weather.strike(field, desk, next.kind());
                  } catch (Node.Gone gone) {
                    // It struck in the middle of another storm; the node is started again below.
                    field.startNode();
                  }
                  return true;
                });
          };
      wave.begin();
      wave.run(storm);
      Evidence evidence = wave.evidence(gathering);
      return new Outcome(
          subjects,
          evidence,
          Invariant.judgeAll(evidence),
          (System.nanoTime() - begun) / 1_000_000);
    }
  }
}
