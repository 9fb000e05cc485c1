package io.onhook.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrates as the owner, then runs as the application role. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  /**
   * The embedded PostgreSQL, or the outside one if both settings name it. Stopped last, since all
   * that reads or writes depends on it.
   *
   * @param join for commands beside a service: use the server that runs already, if one does
   */
  @Bean
  Database database(
      @Value("${onhook.data:.onhook}") Path folder,
      @Value("${onhook.database.owner:}") String owner,
      @Value("${onhook.database.application:}") String application,
      @Value("${onhook.database.join:false}") boolean join) {
    if (owner.isEmpty() && application.isEmpty()) {
      if (join) {
        Optional<Database> running = EmbeddedDatabase.running(folder, new SecureRandom());
        if (running.isPresent()) {
          return running.get();
        }
      }
      return EmbeddedDatabase.start(folder, new SecureRandom());
    }
    if (owner.isEmpty() || application.isEmpty()) {
      throw new IllegalArgumentException(
          "An outside PostgreSQL needs both onhook.database.owner and onhook.database.application;"
              + " only one is set");
    }
    return new OutsideDatabase(
        Login.parse("onhook.database.owner", owner),
        Login.parse("onhook.database.application", application));
  }

  /** Connections of the application role, to a migrated database. */
  @Bean
  HikariDataSource dataSource(
      Database database, @Value("${onhook.database.connections:12}") int connections) {
    new Migrations(database.owner().dataSource(), database.application().user()).run();
    return pool(database.application(), connections);
  }

  /**
   * A pool.
   *
   * @param most connections at once; nobody holds two, so that one would do
   */
  static HikariDataSource pool(Login login, int most) {
    var config = new HikariConfig();
    config.setPoolName("onhook");
    config.setJdbcUrl(login.url());
    config.setUsername(login.user());
    config.setPassword(login.password());
    // Short transactions on two cores: more connections would only queue inside PostgreSQL.
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(Math.min(most, 4));
    // Long enough to sit out a restart of PostgreSQL.
    config.setConnectionTimeout(10_000);
    config.setInitializationFailTimeout(30_000);
    config.addDataSourceProperty("ApplicationName", "onhook");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }
}
