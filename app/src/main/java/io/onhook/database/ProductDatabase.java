package io.onhook.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.sql.DataSource;

/**
 * The embedded PostgreSQL as the service has it (server, settings, roles, tables, pool), for
 * programs that measure or try parts of the product without the service around them.
 */
public final class ProductDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 12;

  private final Database database;
  private final HikariDataSource pool;

  private ProductDatabase(Database database, HikariDataSource pool) {
    this.database = database;
    this.pool = pool;
  }

  /**
   * Starts it, with all tables.
   *
   * @param folder where it keeps everything; made if missing
   */
  public static ProductDatabase in(Path folder) {
    Database database = EmbeddedDatabase.start(folder, new SecureRandom());
    try {
      new Migrations(database.owner().dataSource(), database.application().user()).run();
      return new ProductDatabase(
          database, DatabaseConfiguration.pool(database.application(), CONNECTIONS));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Connections to a database that somebody else has migrated already, as the service has them.
   *
   * @param application JDBC address of the running role, with its credentials
   */
  public static HikariDataSource migrated(String application) {
    return DatabaseConfiguration.pool(
        Login.parse("onhook.database.application", application), CONNECTIONS);
  }

  /** What the product runs as, by a pool. */
  public HikariDataSource application() {
    return pool;
  }

  /** Single connections of the role that owns the tables, and may make more. */
  public DataSource owner() {
    return database.owner().dataSource();
  }

  @Override
  public void close() {
    pool.close();
    database.close();
  }
}
