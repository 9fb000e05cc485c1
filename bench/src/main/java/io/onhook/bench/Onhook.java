package io.onhook.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.onhook.database.ProductDatabase;
import io.onhook.engine.Engine;
import io.onhook.engine.EngineOptions;
import io.onhook.engine.Processes;
import io.onhook.engine.Watch;
import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Our engine with its journal, hash chains, fencing tokens, as the service runs it. */
final class Onhook implements Contender {
  private static final int AT_ONCE = 500;

  private final ProductDatabase database;
  private final Meter meter;
  private final Ends ends = new Ends();
  private final Engine storage;
  private @Nullable Engine engine;
  private long serial = System.currentTimeMillis() * 1_000;

  Onhook(ProductDatabase database) {
    this.meter = new Meter(database.owner());
    this.database = database;
    // A node without room stores cases and runs none.
    this.storage = engine(0);
  }

  @Override
  public String name() {
    return "onhook";
  }

  @Override
  public HikariDataSource pool() {
    return database.application();
  }

  @Override
  public Meter meter() {
    return meter;
  }

  @Override
  public Ends ends() {
    return ends;
  }

  @Override
  public void store(int cases, Work work) {
    for (int left = cases; left > 0; left -= AT_ONCE) {
      Map<String, EightSteps.Walk> states = new HashMap<>();
      for (int i = 0; i < Math.min(left, AT_ONCE); i++) {
        states.put("case-" + serial, EightSteps.Walk.number(serial));
        serial++;
      }
      storage.cases().startAll(EightSteps.of(work), states, Actor.SYSTEM);
    }
  }

  @Override
  public void begin(Work work) {
    Engine begun = engine(10_000);
    engine = begun;
    begun.start();
  }

  @Override
  public void startOne() {
    startOne(Work.NOTHING);
  }

  /** Starts one case on the running engine. */
  void startOne(Work work) {
    Engine running = engine;
    if (running == null) {
      throw new IllegalStateException("The workers rest");
    }
    running
        .cases()
        .start(
            EightSteps.of(work), "case-" + serial, EightSteps.Walk.number(serial++), Actor.SYSTEM);
  }

  @Override
  public void rest() {
    Engine running = engine;
    if (running != null) {
      running.stop();
      engine = null;
    }
  }

  @Override
  public void close() {
    rest();
    storage.stop();
  }

  private Engine engine(int casesInMemory) {
    var clock = Clock.systemUTC();
    return new Engine(
        database.application(),
        clock,
        new Journal(database.application(), clock),
        new Processes(EightSteps.processes(), EightSteps.steps(), Onhook::digest),
        List.of(),
        new EngineOptions(
            "bench",
            Duration.ofSeconds(40),
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            casesInMemory,
            2,
            8,
            casesInMemory,
            Map.of()),
        this::heard);
  }

  private void heard(Watch.Moment moment) {
    if (moment.point() == Watch.Point.COMMITTED && moment.step().equals(EightSteps.LAST)) {
      ends.one();
    }
  }

  /** As the product's vault does it. */
  private static String digest(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
