package io.onhook.call;

import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often callers were wrong about the same thing, whoever served them; in the database, so that
 * it holds across nodes and restarts. Kept as digests.
 */
@Component
final class Failures {
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

  private static final String COUNT =
      """
      INSERT INTO call.failure AS f (subject, failures, since, closed_until)
      VALUES (:subject, 1, :now, CASE WHEN :tries <= 1 THEN :until END)
      ON CONFLICT (subject) DO UPDATE SET
        failures = CASE WHEN f.since < :forgotten OR f.closed_until <= :now THEN 1
                        ELSE f.failures + 1 END,
        since = CASE WHEN f.since < :forgotten OR f.closed_until <= :now THEN :now ELSE f.since END,
        closed_until = CASE WHEN f.since < :forgotten OR f.closed_until <= :now
                              THEN CASE WHEN :tries <= 1 THEN :until END
                            WHEN f.failures + 1 >= :tries THEN coalesce(f.closed_until, :until)
                            ELSE f.closed_until END
      RETURNING failures, closed_until
      """;

  /**
   * Where a subject stands.
   *
   * @param failures so far
   * @param closedUntil set once there were too many
   */
  record Count(int failures, Optional<Instant> closedUntil) {}

  private final JdbcClient jdbc;
  private final Vault vault;
  private final CallSettings settings;
  private final Clock clock;

  Failures(DataSource database, Vault vault, CallSettings settings, Clock clock) {
    this.jdbc = JdbcClient.create(database);
    this.vault = vault;
    this.settings = settings;
    this.clock = clock;
  }

  /** Counts one more. */
  Count failed(String subject) {
    Instant now = clock.instant();
    return jdbc.sql(COUNT)
        .param("subject", digest(subject))
        .param("tries", settings.tries())
        .param("now", CallStore.at(now))
        .param("until", CallStore.at(now.plus(settings.closedFor())))
        .param("forgotten", CallStore.at(now.minus(FORGOTTEN_AFTER)))
        .query(
            (row, n) ->
                new Count(
                    row.getInt(1),
                    Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
        .single();
  }

  /** Until when it is closed; empty if it is open. */
  Optional<Instant> closedUntil(String subject) {
    return jdbc.sql("SELECT closed_until FROM call.failure WHERE subject = ? AND closed_until > ?")
        .params(digest(subject), CallStore.at(clock.instant()))
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  void clear(String subject) {
    jdbc.sql("DELETE FROM call.failure WHERE subject = ?").param(digest(subject)).update();
  }

  /** Those that count no more. */
  void forget() {
    Instant now = clock.instant();
    jdbc.sql(
            """
            DELETE FROM call.failure
             WHERE since < ? AND (closed_until IS NULL OR closed_until <= ?)
            """)
        .params(CallStore.at(now.minus(FORGOTTEN_AFTER)), CallStore.at(now))
        .update();
  }

  private String digest(String subject) {
    return vault.digest("caller-failure", subject);
  }
}
