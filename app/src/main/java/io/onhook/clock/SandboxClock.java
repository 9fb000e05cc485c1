package io.onhook.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The true time and an offset that all nodes share by the database. */
final class SandboxClock extends Clock {
  private final JdbcClient database;
  private final Clock truth;
  private volatile Duration ahead;

  SandboxClock(JdbcClient database, Clock truth) {
    this.database = database;
    this.truth = truth;
    this.ahead = stored();
  }

  /** Hears of what another node has set. */
  void refresh() {
    ahead = stored();
  }

  /** Makes it this time now, on all nodes; back is possible too. */
  void set(Instant now) {
    long microseconds = ChronoUnit.MICROS.between(truth.instant(), now);
    database.sql("UPDATE clock.ahead SET microseconds = ?").param(microseconds).update();
    refresh();
  }

  /** Moves it, on all nodes; two who move at once both count. */
  void advance(Duration by) {
    database
        .sql("UPDATE clock.ahead SET microseconds = microseconds + ?")
        .param(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(by)))
        .update();
    refresh();
  }

  /** How far it is from the true time. */
  Duration ahead() {
    return ahead;
  }

  @Override
  public Instant instant() {
    return truth.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Ask for instants; zones come from the policy pack");
  }

  private Duration stored() {
    return Duration.of(
        database.sql("SELECT microseconds FROM clock.ahead").query(Long.class).single(),
        ChronoUnit.MICROS);
  }
}
