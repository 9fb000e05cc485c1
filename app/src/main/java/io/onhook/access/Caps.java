package io.onhook.access;

import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How often a thing may be done within an hour or a day, counted in the database. */
final class Caps {
  private static final Duration KEPT = Duration.ofDays(2);

  /**
   * One limit.
   *
   * @param name what is counted
   * @param key for whom; kept as a digest
   * @param limit how often
   * @param window fixed windows since the epoch
   */
  record Cap(String name, String key, int limit, Duration window) {
    static Cap hourly(String name, String key, int limit) {
      return new Cap(name + "/hour", key, limit, Duration.ofHours(1));
    }

    static Cap daily(String name, String key, int limit) {
      return new Cap(name + "/day", key, limit, Duration.ofDays(1));
    }

    private Instant endsAt(Instant now) {
      long seconds = window.toSeconds();
      return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds);
    }
  }

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Vault vault;
  private final Clock clock;

  Caps(DataSource database, Vault vault, Clock clock) {
    this.jdbc = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Counts one more under each cap, or, if one of them is reached, under none: who is refused for
   * their own address does not use up another person's number.
   *
   * @return when to try again, if refused
   */
  Optional<Instant> take(List<Cap> caps) {
    Instant now = clock.instant();
    return transaction.execute(
        status -> {
          for (Cap cap : inOrder(caps)) {
            if (!counted(cap, now)) {
              status.setRollbackOnly();
              return Optional.of(cap.endsAt(now));
            }
          }
          return Optional.empty();
        });
  }

  /** When to try again, if a cap is reached already; counts nothing. */
  Optional<Instant> reached(List<Cap> caps) {
    Instant now = clock.instant();
    return caps.stream()
        .filter(
            cap ->
                jdbc.sql(
                            "SELECT count(*) FROM access.counter WHERE cap = ? AND key = ? AND"
                                + " ends_at = ? AND used >= ?")
                        .params(cap.name(), digest(cap), at(cap.endsAt(now)), cap.limit())
                        .query(Integer.class)
                        .single()
                    > 0)
        .map(cap -> cap.endsAt(now))
        .max(Comparator.naturalOrder());
  }

  /** Forgets what ended long ago. */
  void forget() {
    jdbc.sql("DELETE FROM access.counter WHERE ends_at < ?")
        .param(at(clock.instant().minus(KEPT)))
        .update();
  }

  /** All in one order, so that two requests never wait for each other. */
  private static List<Cap> inOrder(List<Cap> caps) {
    return caps.stream().sorted(Comparator.comparing(Cap::name).thenComparing(Cap::key)).toList();
  }

  private boolean counted(Cap cap, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO access.counter AS c (cap, key, ends_at, used) VALUES (?, ?, ?, 1)
                ON CONFLICT (cap, key, ends_at) DO UPDATE SET used = c.used + 1 WHERE c.used < ?
                """)
            .params(cap.name(), digest(cap), at(cap.endsAt(now)), cap.limit())
            .update()
        > 0;
  }

  private String digest(Cap cap) {
    return vault.digest("cap", cap.key());
  }

  private static java.time.OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
