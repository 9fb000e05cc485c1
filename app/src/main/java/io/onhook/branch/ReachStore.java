package io.onhook.branch;

import io.onhook.notice.Notice.Channel;
import io.onhook.vault.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How to reach the holders of tickets. */
final class ReachStore {
  private final JdbcClient jdbc;

  ReachStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody who was not told yet that their turn is near. */
  record Untold(String token, SealedReach reach) {}

  /** What was given last counts; who was told already is not told again. */
  void put(long ticket, SealedReach reach) {
    jdbc.sql(
            """
            INSERT INTO branch.reach (ticket, channel, address_key, address_box)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (ticket) DO UPDATE SET channel = excluded.channel,
              address_key = excluded.address_key, address_box = excluded.address_box
            """)
        .params(ticket, reach.channel().name(), reach.address().key(), reach.address().box())
        .update();
  }

  Optional<SealedReach> of(long ticket) {
    return jdbc.sql("SELECT channel, address_key, address_box FROM branch.reach WHERE ticket = ?")
        .param(ticket)
        .query((row, n) -> reach(row, 1))
        .optional();
  }

  /** Of all who wait, at any office. */
  List<Untold> untold() {
    return jdbc.sql(
            """
            SELECT t.token, r.channel, r.address_key, r.address_box
              FROM branch.reach AS r JOIN branch.ticket AS t ON t.id = r.ticket
             WHERE r.near_told_at IS NULL AND t.state = 'waiting'
             ORDER BY t.office, t.place_at, t.id
            """)
        .query((row, n) -> new Untold(row.getString(1), reach(row, 2)))
        .list();
  }

  /** True for one caller alone, ever. */
  boolean told(long ticket, Instant now) {
    return jdbc.sql(
                "UPDATE branch.reach SET near_told_at = ? WHERE ticket = ? AND near_told_at IS"
                    + " NULL")
            .params(now.atOffset(ZoneOffset.UTC), ticket)
            .update()
        == 1;
  }

  void remove(String office, LocalDate day) {
    jdbc.sql(
            "DELETE FROM branch.reach WHERE ticket = ANY (ARRAY("
                + "SELECT id FROM branch.ticket WHERE office = ? AND day = ?))")
        .params(office, day)
        .update();
  }

  static SealedReach reach(ResultSet row, int from) throws SQLException {
    return new SealedReach(
        Channel.valueOf(row.getString(from)),
        new Sealed(row.getString(from + 1), row.getString(from + 2)));
  }
}
