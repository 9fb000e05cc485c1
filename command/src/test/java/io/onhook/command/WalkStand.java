package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.command.Browser.Visit;
import io.onhook.stand.Http;
import io.onhook.stand.Place;
import io.onhook.stand.Ports;
import io.onhook.stand.Screen;
import io.onhook.stand.Subject;
import io.onhook.stand.Up;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The service, its operator and browsers, started once for all walks of the run. */
final class WalkStand implements AutoCloseable {
  private static @Nullable WalkStand running;

  /** All of them sit at one address, and ask for more codes in an hour than one person may. */
  private static final List<String> MANY =
      List.of(
          "--onhook.sign-in.per-client-and-hour=1000",
          "--onhook.sign-in.wrong-per-client-and-hour=1000");

  /**
   * Starts it before the first class that walks, and stops it after the last. While a test walks,
   * nobody else's moves the clock.
   */
  static final class Shared implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
      running =
          context
              .getRoot()
              .getStore(Namespace.GLOBAL)
              .computeIfAbsent(WalkStand.class, key -> new WalkStand(), WalkStand.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
      get().clock.readLock().lock();
    }

    @Override
    public void afterEach(ExtensionContext context) {
      get().clock.readLock().unlock();
    }
  }

  private final Path folder = folder();
  private final Place place = new Place(Path.of("..").toAbsolutePath().normalize(), folder);
  private final Up up = new Up(place, Ports.ANY, new Screen(System.out), MANY);
  private final Http operator;
  private final Http service;
  private final Browsers browsers;
  private final ReadWriteLock clock = new ReentrantReadWriteLock(true);
  private final Map<String, Subject> subjects = new ConcurrentSkipListMap<>();

  private WalkStand() {
    up.start();
    operator = new Http(up.operator().address(), Map.of());
    service = new Http(up.service().address(), Map.of());
    browsers = new Browsers(up.service().address(), Path.of("target/pictures"));
  }

  /** The one that runs. */
  static WalkStand get() {
    return Objects.requireNonNull(running, "Add @ExtendWith(WalkStand.Shared.class)");
  }

  Place place() {
    return place;
  }

  Up up() {
    return up;
  }

  Http operator() {
    return operator;
  }

  Http service() {
    return service;
  }

  /** That of this thread. */
  Browser browser() {
    return browsers.own();
  }

  Letterbox letterbox() {
    return new Letterbox(operator);
  }

  /** Whose line this is; what is theirs alone is looked for in the end, see NothingInClearTest. */
  Subject subject(String line) {
    Subject subject = Subject.of(operator, line);
    subjects.put(line, subject);
    return subject;
  }

  /** All that anybody walked with. */
  Collection<Subject> subjects() {
    return subjects.values();
  }

  /** The main job over the API, for what walks by hand elsewhere. */
  Walk walk(Subject subject) {
    return new Walk(up.service().address(), subject, new Screen(System.out), steps -> {});
  }

  /** The service's time. */
  Instant now() {
    return Instant.parse(service.get("/sandbox/clock").json().path("now").asString());
  }

  /**
   * For what moves the clock, on which the codes and dates of everybody else would be over: waits
   * until all walks that are under way have ended, and keeps others from beginning.
   */
  void alone(Runnable movingTheClock) {
    clock.readLock().unlock();
    clock.writeLock().lock();
    try {
      movingTheClock.run();
    } finally {
      clock.readLock().lock();
      clock.writeLock().unlock();
    }
  }

  /** Moves the service's clock and the operator's. */
  void clock(Instant to) {
    Object move = Map.of("now", to.toString());
    assertThat(
            service
                .post("/sandbox/clock", move, Map.of())
                .json()
                .path("operatorFollows")
                .asBoolean())
        .isTrue();
  }

  /** One person, in words: {@code zh phone js} or {@code en desk}. */
  Visit visit(String name, String how) {
    String language = how.contains("zh") ? "zh-CN" : "en-GB";
    return browser().visit(name, language, how.contains("phone"), how.contains("js"));
  }

  /** One of staff at a desk, signed in. */
  Visit staff(String username, String language) {
    Visit staff = browser().visit(username, language, false, true);
    staff.open("/staff/sign-in").look("sign-in");
    staff.type("username", username).type("password", "onhook-sandbox");
    staff.click("main button[type=submit]").look("overview");
    return staff;
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("onhook-walk");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    browsers.close();
    up.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
