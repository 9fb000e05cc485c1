package io.onhook.branch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How one day of an office went, or one part of it.
 *
 * @param key the day ({@code 2026-11-22}), the hour ({@code 09}) or the service's key
 * @param taken tickets
 * @param served of them
 * @param noShows of them: called, and nobody came
 * @param cancelled of them, by their holders
 * @param sentHome of them, when the office closed
 * @param waitHalf half of those who were called waited no longer; empty if nobody was
 * @param waitMost nine of ten waited no longer
 * @param visitHalf half of the visits took no longer; empty if there was none
 * @param visitMost nine of ten took no longer
 */
public record DayFigures(
    String key,
    int taken,
    int served,
    int noShows,
    int cancelled,
    int sentHome,
    Optional<Duration> waitHalf,
    Optional<Duration> waitMost,
    Optional<Duration> visitHalf,
    Optional<Duration> visitMost) {

  /** Reckons them. */
  static final class Store {
    private static final String SQL =
        """
        SELECT part, count(*),
               count(*) FILTER (WHERE state = 'served'),
               count(*) FILTER (WHERE state = 'no-show'),
               count(*) FILTER (WHERE state = 'cancelled'),
               count(*) FILTER (WHERE state = 'sent-home'),
               percentile_cont(0.5) WITHIN GROUP (ORDER BY wait),
               percentile_cont(0.9) WITHIN GROUP (ORDER BY wait),
               percentile_cont(0.5) WITHIN GROUP (ORDER BY visit),
               percentile_cont(0.9) WITHIN GROUP (ORDER BY visit)
          FROM (SELECT %s AS part, state,
                       CASE WHEN called_at IS NOT NULL
                            THEN greatest(0, extract(epoch FROM coalesce(began_at, called_at)
                                   - greatest(taken_at, appointment_at)))::float8 END AS wait,
                       CASE WHEN state = 'served'
                            THEN extract(epoch FROM ended_at - began_at)::float8 END AS visit
                  FROM branch.ticket
                 WHERE office = :office AND day %s :day) AS ticket
         GROUP BY part ORDER BY part
        """;

    private final JdbcClient jdbc;

    Store(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    List<DayFigures> byDay(Office office, LocalDate since) {
      return read("day::text", ">=", office, since);
    }

    List<DayFigures> byHour(Office office, LocalDate day) {
      return read("to_char(taken_at AT TIME ZONE :zone, 'HH24')", "=", office, day);
    }

    List<DayFigures> byService(Office office, LocalDate day) {
      return read("service", "=", office, day);
    }

    private List<DayFigures> read(String part, String compared, Office office, LocalDate day) {
      return jdbc.sql(SQL.formatted(part, compared))
          .param("office", office.code())
          .param("day", day)
          .param("zone", office.zone().getId())
          .query(Store::read)
          .list();
    }

    private static DayFigures read(ResultSet row, int n) throws SQLException {
      return new DayFigures(
          row.getString(1),
          row.getInt(2),
          row.getInt(3),
          row.getInt(4),
          row.getInt(5),
          row.getInt(6),
          seconds(row, 7),
          seconds(row, 8),
          seconds(row, 9),
          seconds(row, 10));
    }

    private static Optional<Duration> seconds(ResultSet row, int column) throws SQLException {
      Double seconds = row.getObject(column, Double.class);
      return Optional.ofNullable(seconds).map(value -> Duration.ofMillis(Math.round(value * 1000)));
    }
  }
}
