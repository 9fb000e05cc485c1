package io.onhook.bar;

import io.onhook.line.LineId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who keeps a line barred, and what it could do before the first of them. Only the last one to let
 * go gives the services back; so nobody undoes what another still needs.
 *
 * <p>A holder is named by a stable key, {@code bar/…} or {@code case/…}. All of it can be repeated
 * after a crash.
 */
@Component
public final class Holds {
  /** What a call may be late by, beyond its own time-out. */
  private static final Duration MARGIN = Duration.ofSeconds(2);

  /**
   * The row of the line is taken, or made, and held; the hold is added unless a call that gives the
   * services back may still be under way.
   */
  private static final String PLACE =
      """
      WITH base AS (
        INSERT INTO bar.line AS l (line, circuit, packet) VALUES (:line, :circuit, :packet)
        ON CONFLICT (line) DO UPDATE SET line = EXCLUDED.line
        RETURNING l.line, l.restoring_until
      ), mine AS (
        INSERT INTO bar.hold (line, holder) SELECT line, :holder FROM base
         WHERE restoring_until IS NULL OR restoring_until <= :now
        ON CONFLICT DO NOTHING
      )
      SELECT restoring_until FROM base WHERE restoring_until > :now
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Holds(DataSource database, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** What is to be done when one lets go. */
  public sealed interface Release {
    /** Nobody else needs the bar: give these services back, at once. */
    record GiveBack(Services services) implements Release {}

    /** Another keeps the line barred: leave it as it is. */
    record KeptByAnother() implements Release {}
  }

  /** What the line could do before it was barred; empty where nobody keeps it barred. */
  public Optional<Services> before(LineId line) {
    return jdbc.sql("SELECT circuit, packet FROM bar.line WHERE line = ?")
        .param(line.value())
        .query(Holds::services)
        .optional();
  }

  /**
   * Keeps the line barred from now on. To be called before the network is.
   *
   * @param seen what the line can do now; what an earlier holder saw counts, if there is one
   * @return empty if done; else until when a call that gives services back may be under way, to be
   *     tried again then
   */
  public Optional<Instant> place(LineId line, String holder, Services seen) {
    return jdbc.sql(PLACE)
        .param("line", line.value())
        .param("circuit", seen.circuitSwitched())
        .param("packet", seen.packetSwitched())
        .param("holder", holder)
        .param("now", at(clock.instant()))
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  /**
   * Lets go. What it answers is to be done within this time; {@link #givenBack} then tells that it
   * was.
   *
   * @param saw what this holder saw before it barred; it counts where it has no hold of its own, as
   *     cases of an earlier version have none
   * @param longest that the call can take
   */
  public Release release(LineId line, String holder, Services saw, Duration longest) {
    return Objects.requireNonNull(
        transaction.execute(status -> releaseHeld(line.value(), holder, saw, longest)));
  }

  private Release releaseHeld(String line, String holder, Services saw, Duration longest) {
    Optional<Services> base =
        jdbc.sql("SELECT circuit, packet FROM bar.line WHERE line = ? FOR UPDATE")
            .param(line)
            .query(Holds::services)
            .optional();
    if (base.isEmpty()) {
      return new Release.GiveBack(saw);
    }
    boolean own = exists("line = ? AND holder = ?", line, holder);
    if (exists("line = ? AND holder <> ?", line, holder)) {
      if (!own) {
        jdbc.sql("UPDATE bar.line SET circuit = ?, packet = ? WHERE line = ?")
            .params(saw.circuitSwitched(), saw.packetSwitched(), line)
            .update();
      }
      drop(line, holder);
      return new Release.KeptByAnother();
    }
    jdbc.sql("UPDATE bar.line SET restoring_until = ? WHERE line = ?")
        .params(at(clock.instant().plus(longest).plus(MARGIN)), line)
        .update();
    return new Release.GiveBack(own ? base.get() : saw);
  }

  /** The services are given back, as the network says. */
  public void givenBack(LineId line, String holder) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("SELECT line FROM bar.line WHERE line = ? FOR UPDATE")
              .param(line.value())
              .query(String.class)
              .optional();
          drop(line.value(), holder);
          jdbc.sql(
                  "DELETE FROM bar.line AS l WHERE l.line = ? AND NOT EXISTS"
                      + " (SELECT FROM bar.hold WHERE hold.line = l.line)")
              .param(line.value())
              .update();
        });
  }

  private void drop(String line, String holder) {
    jdbc.sql("DELETE FROM bar.hold WHERE line = ? AND holder = ?").params(line, holder).update();
  }

  private boolean exists(String where, String line, String holder) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM bar.hold WHERE " + where + ")")
        .params(line, holder)
        .query(Boolean.class)
        .single();
  }

  private static Services services(ResultSet row, int n) throws SQLException {
    return new Services(row.getBoolean(1), row.getBoolean(2));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
