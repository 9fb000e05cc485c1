package io.onhook.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.stand.Place;
import io.onhook.trials.check.Violation;
import io.onhook.trials.field.Field;
import io.onhook.trials.node.Bug;
import io.onhook.trials.plan.Plan;
import io.onhook.trials.plan.Plans;
import io.onhook.trials.plan.Shrinking;
import io.onhook.trials.run.Kills;
import io.onhook.trials.run.Schedules;
import io.onhook.trials.run.Weather;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sample of the trials with fresh seeds each time, which are printed: a failure is walked again
 * by {@code ./onhook trial --replay SEED}.
 */
class SampleTest {
  private static final int SCHEDULES = 40;
  private static final int KILLS = 3;

  @TempDir static Path folder;
  private static Field field;

  @BeforeAll
  static void start() {
    field = new Field(new Place(Path.of("..").toAbsolutePath().normalize(), folder), Bug.NONE);
    Runtime.getRuntime().addShutdownHook(new Thread(field::close));
  }

  @AfterAll
  static void stop() {
    field.close();
  }

  @Test
  void everythingHoldsWhateverTheOperatorDoes() {
    long seed = System.nanoTime() & 0x7fffffffL;
    System.out.printf("./onhook trial --seed %d --schedules %d%n", seed, SCHEDULES);
    List<Plan> plans = LongStream.range(seed, seed + SCHEDULES).mapToObj(Plans::of).toList();
    List<Violation> violations = new Schedules(field).walk(plans, Weather.fair()).violations();
    assertThat(violations).isEmpty();
  }

  @Test
  void everythingHoldsWhereverANodeIsKilled() {
    long seed = System.nanoTime() & 0x7fffffffL;
    int nodes = (int) (1 + seed % 2);
    var kills = new Kills(field, nodes, 700_000);
    var cells = new ArrayList<>(kills.cells());
    Collections.shuffle(cells, new Random(seed));
    System.out.printf("Kills of seed %d with %d nodes%n", seed, nodes);
    var outcome =
        kills.round(
            seed,
            KILLS,
            () -> true,
            new LinkedHashSet<>(cells.subList(0, 3 * KILLS)),
            System.out::println);
    assertThat(outcome.violations()).isEmpty();
    assertThat(outcome.kills()).isPositive();
  }

  @Test
  void aSeedIsAPlan() {
    for (long seed = 0; seed < 1_000; seed++) {
      assertThat(Plans.of(seed)).isEqualTo(Plans.of(seed));
    }
    assertThat(LongStream.range(0, 1_000).mapToObj(Plans::of).map(Plan::faults).distinct().count())
        .isGreaterThan(500);
  }

  @Test
  void aFailingPlanIsMadeAsSmallAsItStillFails() {
    Plan plan =
        LongStream.range(0, 1_000)
            .mapToObj(Plans::of)
            .filter(it -> it.faults().size() >= 3 && it.retraction() != null)
            .findFirst()
            .orElseThrow();
    Plan.Fault culprit = plan.faults().get(1);
    List<Integer> dropped =
        Shrinking.droppable(plan, smaller -> smaller.faults().contains(culprit));
    Plan smallest = Shrinking.without(plan, dropped);
    assertThat(smallest.faults()).containsOnly(culprit);
    assertThat(smallest.retraction()).isNull();
  }
}
