package io.onhook.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A few connections for one part of the program alone, beside the program's pool and to the same
 * place. Whoever holds a connection and needs another takes that one from a pool whose own users
 * hold none of the first: otherwise all of them could wait for each other for ever.
 *
 * @param database where they are taken
 */
public record SidePool(DataSource database, Runnable end) implements AutoCloseable {
  /**
   * A pool beside this one. Of a source that is no pool, and so never runs dry, the source itself.
   *
   * @param name for people
   * @param most connections at once, from 1
   * @param greeting SQL that each connection is set up with, or null
   */
  public static SidePool beside(
      DataSource program, String name, int most, @Nullable String greeting) {
    if (!(program instanceof HikariDataSource pool)) {
      return new SidePool(program, () -> {});
    }
    var config = new HikariConfig();
    pool.copyStateTo(config);
    config.setPoolName(name);
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(1);
    config.setConnectionInitSql(greeting);
    var own = new HikariDataSource(config);
    return new SidePool(own, own::close);
  }

  @Override
  public void close() {
    end.run();
  }
}
