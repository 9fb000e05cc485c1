package io.onhook.engine;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** New case ids, fetched by the block: they grow, with gaps. */
final class CaseIds {
  /** What the sequence grows by at once. */
  private static final int BLOCK = 64;

  private final JdbcClient jdbc;
  private long next;
  private long end;

  CaseIds(DataSource database) {
    this.jdbc = JdbcClient.create(database);
  }

  synchronized long next() {
    if (next == end) {
      next = jdbc.sql("SELECT nextval('engine.case_id')").query(Long.class).single();
      end = next + BLOCK;
    }
    return next++;
  }
}
