package io.onhook.branch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long visits take, as an office has seen it in the last weeks. */
final class Durations {
  /** Fewer say nothing about a percentile. */
  private static final int ENOUGH = 10;

  private static final Duration SEEN = Duration.ofDays(28);

  private final JdbcClient jdbc;
  private final QueueRules rules;

  Durations(JdbcClient jdbc, QueueRules rules) {
    this.jdbc = jdbc;
    this.rules = rules;
  }

  /**
   * A visit's length.
   *
   * @param quick three of ten take no longer
   * @param slow eight of ten take no longer
   */
  record Visit(Duration quick, Duration slow, boolean learnt) {}

  Visit of(String office, Service service, Instant now) {
    return jdbc.sql(
            """
            SELECT count(*),
                   percentile_cont(0.3) WITHIN GROUP (ORDER BY seconds),
                   percentile_cont(0.8) WITHIN GROUP (ORDER BY seconds)
              FROM (SELECT extract(epoch FROM ended_at - began_at)::float8 AS seconds
                      FROM branch.ticket
                     WHERE office = ? AND service = ? AND state = 'served' AND ended_at > ?
                       AND began_at IS NOT NULL) AS visit
            """)
        .params(office, service.key(), now.minus(SEEN).atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                row.getInt(1) < ENOUGH
                    ? guess()
                    : new Visit(seconds(row.getDouble(2)), seconds(row.getDouble(3)), true))
        .single();
  }

  private Visit guess() {
    return new Visit(rules.firstGuess().dividedBy(2), rules.firstGuess().multipliedBy(2), false);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
