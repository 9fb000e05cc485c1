package io.onhook.vault;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * A few connections for the vault alone. Callers often hold one of the program's own while they
 * seal: taking a second one from the same pool could leave all of them waiting for each other.
 */
record VaultConnections(DataSource database, Runnable end) implements AutoCloseable {
  private static final int FEW = 3;

  /** A pool of its own beside the program's, to the same place; of anything else, itself. */
  static VaultConnections beside(DataSource program) {
    if (!(program instanceof HikariDataSource pool)) {
      return new VaultConnections(program, () -> {});
    }
    var config = new HikariConfig();
    pool.copyStateTo(config);
    config.setPoolName("vault");
    config.setMaximumPoolSize(FEW);
    config.setMinimumIdle(1);
    var own = new HikariDataSource(config);
    return new VaultConnections(own, own::close);
  }

  @Override
  public void close() {
    end.run();
  }
}
