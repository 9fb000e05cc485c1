package io.onhook.number;

import io.onhook.shared.CaseReference;
import io.onhook.shared.Msisdn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The module's door: where a number stands. Cases move it by the writes {@link NoteActive} and
 * {@link BeginQuarantine}, and start {@link NumberRest} to let it go when it has rested.
 */
@Component
public final class Numbers {
  private static final String SELECT =
      "SELECT msisdn, state, since, rests_until, port_until, ported_in FROM number.number ";

  private final JdbcClient jdbc;
  private final Clock clock;

  /** Reads and writes in the caller's transaction, if there is one. */
  public Numbers(DataSource database, Clock clock) {
    this.jdbc = JdbcClient.create(database);
    this.clock = clock;
  }

  /** Empty if no case has touched this number. */
  public Optional<NumberLife> find(Msisdn number) {
    return jdbc.sql(SELECT + "WHERE msisdn = ?")
        .param(number.e164())
        .query(Numbers::read)
        .optional();
  }

  /** The number that this case sent to rest; empty if it has gone on to another owner since. */
  public Optional<NumberLife> find(CaseReference reference) {
    return jdbc.sql(SELECT + "WHERE reference = ?")
        .param(reference.text())
        .query(Numbers::read)
        .optional();
  }

  /**
   * The number has gone to another operator.
   *
   * @return false if that can't be: it rests and its holder's time to port is over, or it is free
   */
  public boolean portedOut(Msisdn number) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(
                """
                UPDATE number.number SET state = 'ported-out', since = ?
                 WHERE msisdn = ?
                   AND (state = 'active' OR (state = 'quarantine' AND port_until > ?))
                """)
            .params(now, number.e164(), now)
            .update()
        == 1;
  }

  private static NumberLife read(ResultSet row, int n) throws SQLException {
    return new NumberLife(
        Msisdn.of(row.getString(1)),
        NumberState.ofKey(row.getString(2)),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        instant(row, 4),
        instant(row, 5),
        row.getBoolean(6));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
