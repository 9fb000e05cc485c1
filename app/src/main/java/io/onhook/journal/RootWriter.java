package io.onhook.journal;

import io.onhook.journal.RootFolder.Stored;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs, at intervals, where the chains stand, and writes it outside the database.
 *
 * <p>A root covers all entries up to the newest position at a moment when no writer was under way,
 * so no entry slips between two roots.
 */
final class RootWriter {
  private static final String HEADS =
      """
      SELECT DISTINCT ON (chain) chain, sequence, hash
        FROM journal.entry WHERE position > ? AND position <= ?
       ORDER BY chain, sequence DESC\
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final RootFolder folder;
  private final Clock clock;

  RootWriter(DataSource database, RootFolder folder, Clock clock) {
    this.jdbc = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.folder = folder;
    this.clock = clock;
  }

  /** Writes the next root; empty if nothing was recorded since the last. */
  synchronized Optional<Root> write() {
    Optional<Stored> last = folder.last();
    long from = last.map(stored -> stored.root().to()).orElse(0L);
    long to = newestPosition(from);
    if (to <= from) {
      return Optional.empty();
    }
    List<Root.ChainHead> heads =
        jdbc.sql(HEADS)
            .params(from, to)
            .query(
                (row, n) ->
                    new Root.ChainHead(
                        row.getLong(1), row.getInt(2), HexFormat.of().formatHex(row.getBytes(3))))
            .list();
    var root =
        new Root(
            last.map(stored -> stored.root().number()).orElse(0L) + 1,
            last.map(Stored::fileHash).orElse(Hash.GENESIS),
            from,
            to,
            clock.instant(),
            heads);
    folder.write(root);
    return Optional.of(root);
  }

  private long newestPosition(long from) {
    Long newest =
        transaction.execute(
            status -> {
              // A writer that hangs must not hold up all others behind our turn: try again later.
              jdbc.sql("SET LOCAL lock_timeout = '2s'").update();
              jdbc.sql("SELECT pg_advisory_xact_lock(" + EntryRows.WRITERS_LOCK + ")")
                  .query()
                  .listOfRows();
              return jdbc.sql(
                      "SELECT coalesce(max(position), 0) FROM journal.entry WHERE position > ?")
                  .param(from)
                  .query(Long.class)
                  .single();
            });
    return newest == null ? 0 : newest;
  }
}
