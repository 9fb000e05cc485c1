package io.onhook.branch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An office's day, and the numbers that it gives. */
final class DayStore {
  private final JdbcClient jdbc;

  DayStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Holds this day: until the caller's transaction ends nobody else changes its queue.
   *
   * @return whether it is closed for good
   */
  boolean hold(String office, LocalDate day) {
    return lock(office, day)
        .orElseGet(
            () -> {
              jdbc.sql("INSERT INTO branch.day (office, day) VALUES (?, ?) ON CONFLICT DO NOTHING")
                  .params(office, day)
                  .update();
              return lock(office, day).orElseThrow();
            });
  }

  private Optional<Boolean> lock(String office, LocalDate day) {
    return jdbc.sql(
            "SELECT closed_at IS NOT NULL FROM branch.day WHERE office = ? AND day = ? FOR UPDATE")
        .params(office, day)
        .query(Boolean.class)
        .optional();
  }

  /** The next number under this letter. */
  int nextNumber(String office, LocalDate day, char letter) {
    return jdbc.sql(
            """
            INSERT INTO branch.letter AS l (office, day, letter, last) VALUES (?, ?, ?, 1)
            ON CONFLICT (office, day, letter) DO UPDATE SET last = l.last + 1 RETURNING last
            """)
        .params(office, day, String.valueOf(letter))
        .query(Integer.class)
        .single();
  }

  void close(String office, LocalDate day, Instant now) {
    jdbc.sql("UPDATE branch.day SET closed_at = ? WHERE office = ? AND day = ?")
        .params(now.atOffset(ZoneOffset.UTC), office, day)
        .update();
  }

  /** A day of an office. */
  record OfOffice(String office, LocalDate day) {}

  /** Days before this one whose visitors could still be reached. */
  List<OfOffice> unerased(LocalDate before) {
    return jdbc.sql(
            "SELECT office, day FROM branch.day WHERE erased_at IS NULL AND day < ?"
                + " ORDER BY day, office LIMIT 1000")
        .param(before)
        .query((row, n) -> new OfOffice(row.getString(1), row.getObject(2, LocalDate.class)))
        .list();
  }

  void erased(String office, LocalDate day, Instant now) {
    jdbc.sql("UPDATE branch.day SET erased_at = ? WHERE office = ? AND day = ?")
        .params(now.atOffset(ZoneOffset.UTC), office, day)
        .update();
  }
}
