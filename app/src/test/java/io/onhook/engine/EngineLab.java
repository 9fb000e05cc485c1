package io.onhook.engine;

import io.onhook.journal.Entry;
import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nodes on one real database, with a partner and a clock that the test holds. */
final class EngineLab implements AutoCloseable {
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  final TestDatabase database = TestDatabase.fresh();
  final SettableClock clock = new SettableClock(START);
  final Partner partner = new Partner();
  final Journal journal = new Journal(database.application(), clock);
  final JdbcClient sql = JdbcClient.create(database.owner());
  private final List<Engine> engines = new ArrayList<>();

  EngineLab() {
    sql.sql("CREATE TABLE stamp (key text PRIMARY KEY, what text NOT NULL)").update();
    sql.sql("GRANT ALL ON stamp TO onhook_app").update();
  }

  Engine node(String name) {
    return node(name, 1_000);
  }

  Engine node(String name, int casesInMemory) {
    var engine =
        new Engine(
            database.application(),
            clock,
            journal,
            new Processes(
                Journey.processes(),
                Journey.steps(partner),
                text -> Integer.toHexString(text.hashCode())),
            List.of(new Journey.StampWriter()),
            new EngineOptions(
                name,
                Duration.ofSeconds(2),
                Duration.ofMillis(200),
                Duration.ofMillis(20),
                casesInMemory,
                2,
                4,
                64,
                Map.of()),
            Watch.NOBODY);
    engines.add(engine);
    engine.start();
    return engine;
  }

  CaseId start(Engine engine, Journey journey) {
    return engine.cases().start(Journey.JOURNEY, journey.name(), journey, Actor.SYSTEM);
  }

  SignalAnswer signal(Engine engine, CaseId id, String kind, String payload) {
    return engine.cases().signal(id, new Signal(kind, kind + "-1", Actor.staff("lin"), payload));
  }

  /** Stops a node's clockwork, as a long pause of its process would; what it has begun goes on. */
  void pause(Engine engine) {
    engine.freeze();
  }

  /** Lets a node's lease run out, by the database's time, and hides that its process lives. */
  void expire(Engine engine) {
    sql.sql(
            "UPDATE engine.node SET lease_until = now() - interval '1 hour', process = 'elsewhere'"
                + " WHERE epoch = ?")
        .param(engine.epoch())
        .update();
  }

  void tick(Duration by) {
    clock.advance(by);
    engines.forEach(Engine::wake);
  }

  Ending awaitEnd(Engine engine, CaseId id) {
    await("case " + id + " to end", () -> ending(engine, id).isPresent());
    return ending(engine, id).orElseThrow();
  }

  void awaitStanding(Engine engine, CaseId id, String step, CaseView.Standing standing) {
    await(
        "case " + id + " to stand at " + step,
        () ->
            engine
                .cases()
                .find(id)
                .filter(view -> view.step().equals(Optional.of(step)))
                .filter(view -> view.standing() == standing)
                .isPresent());
  }

  private static Optional<Ending> ending(Engine engine, CaseId id) {
    return engine
        .cases()
        .find(id)
        .flatMap(view -> Optional.ofNullable(view.ending()))
        .filter(ending -> engine.cases().find(id).orElseThrow().step().isEmpty());
  }

  List<String> kinds(CaseId id) {
    return journal.entries(id.value()).stream().map(e -> e.kind() + " " + e.subject()).toList();
  }

  List<Entry> entries(CaseId id) {
    return journal.entries(id.value());
  }

  long count(String table) {
    return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  /** Waits for what other threads bring about; the limit is only met by a failure. */
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited in vain for " + what);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  @Override
  public void close() {
    engines.forEach(Engine::stop);
  }
}
