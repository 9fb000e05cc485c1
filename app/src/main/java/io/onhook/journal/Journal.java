package io.onhook.journal;

import io.onhook.shared.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The journal's door: write entries in the transaction of what they record, and read them.
 *
 * <p>Thread-safe.
 */
public final class Journal {
  /** Up to so many entries round trips cost more than the rows themselves. */
  public static final int FEW = 40;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /** Writes and reads as the role of this data source, which needs no right to change entries. */
  public Journal(DataSource database, Clock clock) {
    this.jdbc = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.clock = clock;
  }

  /**
   * Writes entries, in the connection's transaction. The caller has made sure, in the same
   * transaction, that each follows the present end of its chain.
   *
   * @throws SQLException also if an entry of that chain and sequence stands already
   */
  public void append(Connection connection, List<Entry> entries) throws SQLException {
    if (entries.size() > FEW) {
      EntryCopy.write(connection, entries);
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(EntryRows.INSERT)) {
      EntryRows.bind(connection, insert, 1, entries);
      insert.executeUpdate();
    }
  }

  /** Sets the parameters of a statement. */
  public interface Binding {
    /** Gives the next parameter, which is not set. */
    int bind(PreparedStatement statement) throws SQLException;
  }

  /**
   * Writes entries behind what they record, both in one round trip, in the connection's
   * transaction. Meant for {@link #FEW}.
   *
   * @param statement changes what the entries record, and returns as {@code id} the chains of those
   *     that it could change: only their entries are written
   * @return these chains
   * @throws SQLException also if an entry of that chain and sequence stands already
   */
  public Set<Long> appendAfter(
      Connection connection, String statement, Binding binding, List<Entry> entries)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(EntryRows.insertAfter(statement))) {
      EntryRows.bind(connection, insert, binding.bind(insert), entries);
      var chains = new HashSet<Long>();
      try (ResultSet rows = insert.executeQuery()) {
        while (rows.next()) {
          chains.add(rows.getLong(1));
        }
      }
      return chains;
    }
  }

  /**
   * Writes what belongs to no case to a stream, in the caller's transaction if there is one.
   *
   * @param stream in kebab-case: {@code access}, {@code operations}
   * @param detail compact JSON without secrets
   */
  public void record(String stream, Actor actor, String kind, String subject, String detail) {
    transaction.executeWithoutResult(
        status -> {
          Head head = end(stream);
          Entry entry = head.then(clock.instant(), actor, kind, subject, detail);
          jdbc.sql(EntryRows.INSERT_INTO_STREAM)
              .params(
                  entry.sequence(),
                  entry.hash().bytes(),
                  entry.chain(),
                  entry.chain(),
                  entry.sequence(),
                  entry.at().atOffset(ZoneOffset.UTC),
                  actor.toString(),
                  kind,
                  subject,
                  detail,
                  entry.hash().bytes())
              .update();
        });
  }

  /** Where a stream ends; it is held there until the transaction does. */
  private Head end(String stream) {
    return held(stream)
        .orElseGet(
            () -> {
              jdbc.sql(
                      "INSERT INTO journal.stream (name, hash) VALUES (?, ?) ON CONFLICT (name) DO"
                          + " NOTHING")
                  .params(stream, Hash.GENESIS.bytes())
                  .update();
              return held(stream).orElseThrow();
            });
  }

  private Optional<Head> held(String stream) {
    return jdbc.sql("SELECT chain, sequence, hash FROM journal.stream WHERE name = ? FOR UPDATE")
        .param(stream)
        .query((row, n) -> new Head(row.getLong(1), row.getInt(2), new Hash(row.getBytes(3))))
        .optional();
  }

  /** A chain from its first entry on. */
  public List<Entry> entries(long chain) {
    return jdbc.sql(EntryRows.SELECT + " WHERE chain = ? ORDER BY sequence")
        .param(chain)
        .query((row, n) -> EntryRows.read(row))
        .list();
  }

  /** A stream from its first entry on; empty if nothing was recorded there. */
  public List<Entry> stream(String name) {
    return jdbc.sql(
            EntryRows.SELECT
                + " WHERE chain = (SELECT chain FROM journal.stream WHERE name = ?) ORDER BY"
                + " sequence")
        .param(name)
        .query((row, n) -> EntryRows.read(row))
        .list();
  }
}
