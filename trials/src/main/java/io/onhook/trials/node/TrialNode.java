package io.onhook.trials.node;

import com.zaxxer.hikari.HikariDataSource;
import io.onhook.database.ProductDatabase;
import io.onhook.engine.Watch;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A process that runs cases like the product does, with its real engine, processes, adapters and
 * database. It has no screens; whoever started it tells it what to do over a line of its own, and
 * can have it held at any point between two promises.
 */
public final class TrialNode {
  private TrialNode() {}

  /**
   * Runs until it is killed or its line is cut.
   *
   * @param args the port of the line on loopback, the bug to plant or {@code none}, then settings
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> settings = Arrays.asList(args).subList(2, args.length);
    var holding = new Holding();
    var planting = new Planting(Bug.of(args[1]));
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .profiles("sandbox")
            .logStartupInfo(false)
            .initializers(
                started -> {
                  started.getBeanFactory().registerSingleton("watch", (Watch) holding);
                  started.getBeanFactory().addBeanPostProcessor(planting);
                })
            .run(settings.toArray(String[]::new));
    var line = new Line(Integer.parseInt(args[0]), new Servant(context, holding, planting));
    holding.tell(line::event);
    line.serve();
    // Whoever started it has gone: nobody is served any more.
    Runtime.getRuntime().halt(0);
    new CountDownLatch(1).await();
  }

  /** All modules but the screens and doors, and what starts and migrates PostgreSQL. */
  @ComponentScan(
      nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
      basePackages = {
        "io.onhook.bar",
        "io.onhook.branch",
        "io.onhook.bss",
        "io.onhook.cancellation",
        "io.onhook.certificate",
        "io.onhook.clock",
        "io.onhook.dispute",
        "io.onhook.document",
        "io.onhook.engine",
        "io.onhook.journal",
        "io.onhook.line",
        "io.onhook.network",
        "io.onhook.notice",
        "io.onhook.number",
        "io.onhook.policy",
        "io.onhook.settlement",
        "io.onhook.vault",
        "io.onhook.visit",
        "io.onhook.worklist"
      })
  static class Parts {
    /** Whoever laid the field has migrated it: each node need not look for what is new. */
    @Bean
    HikariDataSource database(@Value("${onhook.database.application}") String application) {
      return ProductDatabase.migrated(application);
    }

    @Bean
    JdbcClient jdbc(DataSource database) {
      return JdbcClient.create(database);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
      return new DataSourceTransactionManager(database);
    }
  }
}
