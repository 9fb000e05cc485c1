package io.onhook.demo.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers how far the history is written, so that a power cut costs a day at most. */
final class HistoryStore {
  private final JdbcClient jdbc;
  private final ZoneId zone;

  /**
   * @param zone whose days are lived
   */
  HistoryStore(JdbcClient jdbc, ZoneId zone) {
    this.jdbc = jdbc;
    this.zone = zone;
  }

  Optional<Span> span() {
    return jdbc.sql("SELECT first_on, last_at, next_on, done FROM demo.history")
        .query(this::read)
        .optional();
  }

  /** Two nodes that begin at once begin the same. */
  Span begin(LocalDate firstOn, Instant lastAt) {
    jdbc.sql(
            "INSERT INTO demo.history (first_on, last_at, next_on) VALUES (?, ?, ?)"
                + " ON CONFLICT DO NOTHING")
        .params(firstOn, lastAt.atOffset(ZoneOffset.UTC), firstOn)
        .update();
    return span().orElseThrow();
  }

  void lived(LocalDate day) {
    jdbc.sql("UPDATE demo.history SET next_on = ?").param(day.plusDays(1)).update();
  }

  void done() {
    jdbc.sql("UPDATE demo.history SET done = true").update();
  }

  private Span read(ResultSet row, int n) throws SQLException {
    Instant lastAt = row.getObject(2, OffsetDateTime.class).toInstant();
    return new Span(
        row.getObject(1, LocalDate.class),
        LocalDate.ofInstant(lastAt, zone),
        lastAt,
        row.getObject(3, LocalDate.class),
        row.getBoolean(4));
  }
}
