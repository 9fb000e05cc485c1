package io.onhook.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.onhook.database.ProductDatabase;
import io.onhook.stand.Said;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to schemas of the others' own, in the same database as ours. */
final class Pools {
  private Pools() {}

  /** A pool whose tables lie in this schema, which is made. */
  static HikariDataSource of(ProductDatabase database, String schema, int connections) {
    execute(database.owner(), "CREATE SCHEMA IF NOT EXISTS " + schema);
    if (!(database.owner() instanceof PGSimpleDataSource source)) {
      throw new IllegalStateException("The owner's connections are PostgreSQL's own");
    }
    source.setCurrentSchema(schema);
    source.setReWriteBatchedInserts(true);
    var config = new HikariConfig();
    config.setPoolName(schema);
    config.setDataSource(source);
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }

  static void execute(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new Said("PostgreSQL refused: " + e.getMessage(), e);
    }
  }
}
