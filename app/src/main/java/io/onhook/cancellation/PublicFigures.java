package io.onhook.cancellation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The door for what everybody may know of how fast we are, out of all lines that ended within a
 * year. Reckoned anew at most every ten minutes: anybody may ask.
 */
@Component
public final class PublicFigures {
  private static final Duration PERIOD = Duration.ofDays(365);
  private static final Duration FRESH = Duration.ofMinutes(10);

  private static final String SQL =
      """
      SELECT count(line_ended_at),
             percentile_cont(0.5) WITHIN GROUP (
               ORDER BY extract(epoch FROM line_ended_at - received_at)),
             percentile_cont(0.5) WITHIN GROUP (
               ORDER BY extract(epoch FROM greatest(line_ended_at - ends_at, interval '0'))),
             count(refund_arrived_at) FILTER (WHERE refund_by IS NOT NULL),
             percentile_cont(0.5) WITHIN GROUP (
               ORDER BY extract(epoch FROM greatest(refund_arrived_at - line_ended_at, interval '0'))),
             count(*) FILTER (WHERE refund_by <= :now OR refund_by IS NOT NULL AND refund_arrived_at IS NOT NULL),
             count(*) FILTER (WHERE refund_arrived_at <= refund_by)
        FROM cancellation.request
       WHERE ending = 'completed' AND ended_at >= :since
      """;

  private final JdbcClient jdbc;
  private final FigureSettings settings;
  private final Clock clock;
  private volatile @Nullable Figures last;

  PublicFigures(DataSource database, FigureSettings settings, Clock clock) {
    this.jdbc = JdbcClient.create(database);
    this.settings = settings;
    this.clock = clock;
  }

  /** The figures, at most ten minutes old. */
  public Figures now() {
    Instant now = clock.instant();
    Figures known = last;
    // Within ten minutes in either direction: a clock may be set back.
    if (known != null && Duration.between(known.at(), now).abs().compareTo(FRESH) < 0) {
      return known;
    }
    Figures fresh =
        jdbc.sql(SQL)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("since", now.minus(PERIOD).atOffset(ZoneOffset.UTC))
            .query((row, n) -> read(row, now))
            .single();
    last = fresh;
    return fresh;
  }

  private Figures read(ResultSet row, Instant now) throws SQLException {
    boolean ends = row.getInt(1) >= settings.least();
    boolean arrivals = row.getInt(4) >= settings.least();
    int due = row.getInt(6);
    return new Figures(
        now.minus(PERIOD),
        now,
        settings.least(),
        ends ? span(row, 2) : Optional.empty(),
        ends ? span(row, 3) : Optional.empty(),
        arrivals ? span(row, 5) : Optional.empty(),
        due >= settings.least() ? Optional.of(row.getInt(7) * 100 / due) : Optional.empty());
  }

  private static Optional<Duration> span(ResultSet row, int column) throws SQLException {
    double seconds = row.getDouble(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.round(seconds)));
  }
}
