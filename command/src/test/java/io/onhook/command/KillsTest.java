package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.stand.Http;
import io.onhook.stand.Place;
import io.onhook.stand.Ports;
import io.onhook.stand.Screen;
import io.onhook.stand.Subject;
import io.onhook.stand.Up;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Ends a line while the service, PostgreSQL or the operator is killed at a moment that the seed
 * chooses: after the restart it comes to the same result, with every remote effect exactly once.
 * Real processes, real {@code SIGKILL}, one line for each seed.
 */
@Order(1)
@Execution(ExecutionMode.SAME_THREAD)
class KillsTest {
  @TempDir static Path folder;
  private static Up up;
  private static Iterator<String> lines;

  @BeforeAll
  static void start() {
    up = new Up(new Place(Path.of("..").toAbsolutePath().normalize(), folder), Ports.ANY, screen());
    // A test run that is broken off leaves nothing behind.
    Runtime.getRuntime().addShutdownHook(new Thread(up::close));
    up.start();
    Thread.ofPlatform().daemon().name("keeper").start(up::keep);
    lines = plainLines().iterator();
  }

  @AfterAll
  static void stop() {
    up.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void comesToTheSameResult(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Up.Part victim = Up.Part.values()[(int) (seed % Up.Part.values().length)];
    int afterSteps = random.nextInt(20);
    long pause = random.nextLong(400);
    Screen screen = screen();
    screen.line("Seed %d: %s dies %d ms after %d steps", seed, victim, pause, afterSteps);
    Subject subject = Subject.of(new Http(up.operator().address(), Map.of()), lines.next());
    var sides = new BothSides(up::operator, subject, screen);
    var struck = new AtomicBoolean();
    var walk =
        new Walk(
            up.service().address(),
            subject,
            screen,
            done -> {
              if (done > afterSteps && struck.compareAndSet(false, true)) {
                Thread.ofPlatform().daemon().start(() -> strike(victim, pause, screen));
              }
            });
    JsonNode found = walk.run();
    sides.check(found);
    assertThat(walk.certificate(found.path("reference").asString()))
        .startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThat(struck).isTrue();
  }

  private static void strike(Up.Part victim, long pause, Screen screen) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    up.kill(victim);
    screen.step("Killed: %s", victim);
  }

  /** Prepaid lines that nothing stands in the way of: none of them ends up waiting for dues. */
  private static List<String> plainLines() {
    return new Http(up.operator().address(), Map.of())
        .get("/sandbox/lines")
        .json()
        .valueStream()
        .filter(line -> line.path("status").asString().equals("active"))
        .filter(line -> line.path("situation").asString().startsWith("plain"))
        .filter(line -> !line.path("plan").asString().contains("套餐"))
        .map(line -> line.path("id").asString())
        .toList();
  }

  private static Screen screen() {
    return new Screen(System.out);
  }
}
