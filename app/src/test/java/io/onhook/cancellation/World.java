package io.onhook.cancellation;

import com.zaxxer.hikari.HikariDataSource;
import io.onhook.engine.Cases;
import io.onhook.engine.Engine;
import io.onhook.policy.Packs;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.worklist.Worklist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The domain with its real wiring, engine and database; only the operator is the test's own, and
 * the clock.
 */
public final class World implements AutoCloseable {
  public final OperatorInTest operator = new OperatorInTest();
  public final SettableClock clock = new SettableClock(LineFixture.NOON);
  final TestDatabase database = TestDatabase.fresh();

  /** Whoever holds the one connection and asks for another fails, as under load all would. */
  private final HikariDataSource single = database.single();

  private final ConfigurableApplicationContext context;

  public World(String... properties) {
    this(List.of(), properties);
  }

  /**
   * With more of the product.
   *
   * @param more like {@link Parts}
   */
  World(List<Class<?>> more, String... properties) {
    context =
        new SpringApplicationBuilder(Parts.class)
            .sources(more.toArray(Class<?>[]::new))
            .web(WebApplicationType.NONE)
            .profiles("sandbox")
            .properties(
                "onhook.data=" + folder(), "onhook.engine.poll=20ms", "onhook.engine.connections=2")
            .properties(properties)
            .initializers(
                started -> {
                  var beans = started.getBeanFactory();
                  beans.registerSingleton("lines", operator);
                  beans.registerSingleton("network", operator.network);
                  beans.registerSingleton("clock", clock);
                  beans.registerSingleton("database", single);
                  beans.registerSingleton("testDatabase", database);
                })
            .run();
    operator.currency = context.getBean(Packs.class).current().currency();
  }

  // No @Configuration: a test of the whole application must not find it.
  @ComponentScan(
      basePackages = {
        "io.onhook.vault",
        "io.onhook.journal",
        "io.onhook.engine",
        "io.onhook.policy",
        "io.onhook.notice",
        "io.onhook.number",
        "io.onhook.document",
        "io.onhook.certificate",
        "io.onhook.worklist",
        "io.onhook.dispute",
        "io.onhook.branch",
        "io.onhook.bar",
        "io.onhook.cancellation",
        "io.onhook.visit"
      })
  static class Parts {
    @Bean
    JdbcClient jdbc(DataSource database) {
      return JdbcClient.create(database);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
      return new DataSourceTransactionManager(database);
    }
  }

  public Cancellations cancellations() {
    return context.getBean(Cancellations.class);
  }

  Cases cases() {
    return context.getBean(Cases.class);
  }

  Worklist worklist() {
    return context.getBean(Worklist.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  public void tick(Duration by) {
    clock.advance(by);
    context.getBean(Engine.class).wake();
  }

  /** Waits for what the engine's threads bring about; the limit is only met by a failure. */
  public static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited in vain for " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("onhook-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    single.close();
  }
}
