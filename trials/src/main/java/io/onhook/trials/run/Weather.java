package io.onhook.trials.run;

import io.onhook.stand.Patience;
import io.onhook.trials.field.Field;
import io.onhook.trials.field.Node;
import io.onhook.trials.field.SmallDisk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What breaks for everybody at once: at an instant of real time after the wave's beginning. */
public record Weather(List<Storm> storms) {

  /** Something breaks. */
  public record Storm(Kind kind, int afterMillis) {}

  /** What breaks. */
  public enum Kind {
    NODE_KILLED,
    OPERATOR_KILLED,
    DATABASE_KILLED,
    DATABASE_CUT,
    BUSINESS_CUT,
    CLOCK_AN_HOUR_ON,
    CLOCK_AN_HOUR_BACK,
    CLOCK_A_DAY_ON,
    CLOCK_A_DAY_BACK,
    /** Stands still until another node has its cases, and then goes on as if nothing were. */
    NODE_PAUSED,
    DISK_FULL;

    /** As in the figures: {@code node-killed}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Nothing breaks. */
  public static Weather fair() {
    return new Weather(List.of());
  }

  /** Of a seed: one or two storms. */
  public static Weather of(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(~seed);
    var storms = new ArrayList<Storm>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      storms.add(new Storm(kind, random.nextInt(6_000)));
    }
    return new Weather(List.copyOf(storms));
  }

  /** Whether it can come over this field. */
  static boolean possible(Field field, Kind kind) {
    return kind != Kind.DISK_FULL || field.disk().isPresent();
  }

  /** Lets it come, and what heals heal. */
  static void strike(Field field, Desk desk, Kind kind) {
    switch (kind) {
      case NODE_KILLED -> {
        field.nodes().forEach(Node::kill);
        field.startNode();
      }
      case OPERATOR_KILLED -> field.killOperator();
      case DATABASE_KILLED -> field.killDatabase();
      case DATABASE_CUT -> {
        field.toDatabase().cut();
        pause(Duration.ofMillis(700));
        field.toDatabase().join();
      }
      case BUSINESS_CUT -> {
        field.toBusiness().cut();
        pause(Duration.ofMillis(700));
        field.toBusiness().join();
      }
      case CLOCK_AN_HOUR_ON -> move(desk, Duration.ofHours(1));
      case CLOCK_AN_HOUR_BACK -> move(desk, Duration.ofHours(-1));
      case CLOCK_A_DAY_ON -> move(desk, Duration.ofDays(1));
      case CLOCK_A_DAY_BACK -> move(desk, Duration.ofDays(-1));
      case NODE_PAUSED -> {
        Node node = field.node();
        Node other = field.startNode();
        node.pause();
        Patience.until(
            node.name() + " has lost its cases", Field.patience(), () -> !field.registered(node));
        node.resume();
        pause(Duration.ofSeconds(1));
        // One node again; which one dies does not matter.
        other.kill();
      }
      case DISK_FULL -> field.disk().ifPresent(Weather::fill);
    }
  }

  private static void fill(SmallDisk disk) {
    disk.fill();
    pause(Duration.ofSeconds(2));
    disk.free();
  }

  private static void move(Desk desk, Duration by) {
    Instant to = desk.now().plus(by);
    desk.clock(to);
  }

  private static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
