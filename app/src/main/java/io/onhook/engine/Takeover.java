package io.onhook.engine;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Frees the cases of nodes that are gone: those whose lease ran out one call's time-out ago, and,
 * at once, those whose process has certainly ended on this machine. Open intents are then unknown:
 * whoever loads such a case asks first.
 */
final class Takeover {
  private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Takeover(DataSource database) {
    this.jdbc = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
  }

  /** A node as registered. */
  private record Other(long epoch, String process, boolean expired) {}

  /**
   * @param own not to be freed
   * @param longestTimeout of any call
   * @return how many cases can go on elsewhere
   */
  int freeTheGone(long own, Duration longestTimeout) {
    List<Other> others =
        jdbc.sql(
                "SELECT epoch, process, lease_until + ? * interval '1 millisecond' < now() FROM"
                    + " engine.node WHERE epoch <> ?")
            .params(longestTimeout.toMillis(), own)
            .query((row, n) -> new Other(row.getLong(1), row.getString(2), row.getBoolean(3)))
            .list();
    int freed = 0;
    for (Other other : others) {
      if (other.expired() || ProcessIdentity.gone(other.process())) {
        freed += free(other, longestTimeout);
      }
    }
    return freed;
  }

  private int free(Other other, Duration longestTimeout) {
    boolean gone = ProcessIdentity.gone(other.process());
    Integer freed =
        transaction.execute(
            status -> {
              // Locked and looked at again: it may have renewed, or another node may be freeing it.
              boolean still =
                  jdbc.sql(
                          "SELECT lease_until + ? * interval '1 millisecond' < now() FROM"
                              + " engine.node WHERE epoch = ? FOR UPDATE SKIP LOCKED")
                      .params(longestTimeout.toMillis(), other.epoch())
                      .query(Boolean.class)
                      .optional()
                      .map(expired -> expired || gone)
                      .orElse(false);
              if (!still) {
                return 0;
              }
              return release(other.epoch());
            });
    int count = freed == null ? 0 : freed;
    if (count > 0) {
      LOG.info("Freed {} cases of node {}, which is gone", count, other.epoch());
    }
    return count;
  }

  /** Gives up all cases of a node that stops in good order, and its registration. */
  void giveUp(long epoch) {
    transaction.executeWithoutResult(status -> release(epoch));
  }

  private int release(long epoch) {
    int cases =
        jdbc.sql(
                """
                WITH freed AS (
                  UPDATE engine.live_case SET owner = NULL WHERE owner = ? RETURNING id)
                INSERT INTO engine.ready (case_id) SELECT id FROM freed
                    ON CONFLICT DO NOTHING\
                """)
            .param(epoch)
            .update();
    jdbc.sql("DELETE FROM engine.node WHERE epoch = ?").param(epoch).update();
    jdbc.sql("SELECT pg_notify('" + Engine.READY + "', '')").query().listOfRows();
    return cases;
  }
}
