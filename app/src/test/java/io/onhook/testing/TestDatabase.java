package io.onhook.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.onhook.database.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;

/**
 * A real PostgreSQL for tests: one server for each process of a run, one fresh, migrated database
 * for each that asks, with the two roles of production.
 *
 * @param owner migrates and may do all
 * @param application what the product runs as
 * @param url JDBC address without user
 */
public record TestDatabase(DataSource owner, DataSource application, String url) {
  private static final String OWNER = "onhook_owner";
  private static final String APPLICATION = "onhook_app";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  static {
    superuser("CREATE ROLE " + OWNER + " LOGIN PASSWORD 'owner'");
    superuser("CREATE ROLE " + APPLICATION + " LOGIN PASSWORD 'app'");
    superuser("CREATE DATABASE template_onhook OWNER " + OWNER);
    new Migrations(dataSource("template_onhook", OWNER, "owner"), APPLICATION).run();
  }

  /** A fresh database with all tables and no rows. */
  public static TestDatabase fresh() {
    String name = "test_" + COUNT.incrementAndGet();
    superuser("CREATE DATABASE " + name + " TEMPLATE template_onhook OWNER " + OWNER);
    return new TestDatabase(
        dataSource(name, OWNER, "owner"),
        dataSource(name, APPLICATION, "app"),
        "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name);
  }

  /**
   * The product's settings that lead here, with a single connection: whoever holds it and asks for
   * another fails, as under load everybody would.
   */
  public Map<String, String> settings() {
    return Map.of(
        "onhook.database.connections", "1",
        "onhook.database.owner", url + "?user=" + OWNER + "&password=owner",
        "onhook.database.application", url + "?user=" + APPLICATION + "&password=app");
  }

  /** What the product runs as, by a pool of a single connection. */
  public HikariDataSource single() {
    var pool = new HikariConfig();
    pool.setDataSource(application);
    pool.setMaximumPoolSize(1);
    return new HikariDataSource(pool);
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setRegisterShutdownHook(false)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("max_connections", "200")
              .setLocaleConfig("locale", "C.UTF-8")
              .start();
      // After the contexts that are still open: their engines say good-bye to it.
      SpringApplication.getShutdownHandlers().add(() -> stop(server));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }

  private static DataSource dataSource(String database, String user, String password) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {SERVER.getPort()});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setReWriteBatchedInserts(true);
    return source;
  }

  private static void superuser(String sql) {
    try (Connection connection = SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
