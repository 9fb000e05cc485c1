package io.onhook.branch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sits at which window. */
final class WindowStore {
  private static final String SELECT =
      "SELECT office, window_no, staff, services, state, since FROM branch.staffed_window ";

  private final JdbcClient jdbc;

  WindowStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Window> of(String staff) {
    return jdbc.sql(SELECT + "WHERE staff = ?").param(staff).query(WindowStore::read).optional();
  }

  Optional<Window> at(String office, int number) {
    return jdbc.sql(SELECT + "WHERE office = ? AND window_no = ?")
        .params(office, number)
        .query(WindowStore::read)
        .optional();
  }

  List<Window> of(Office office) {
    return jdbc.sql(SELECT + "WHERE office = ? ORDER BY window_no")
        .param(office.code())
        .query(WindowStore::read)
        .list();
  }

  /** Sits down there, or says anew what is served; false if somebody else was first. */
  boolean open(String office, int number, String staff, Set<Service> services, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO branch.staffed_window AS w
                  (office, window_no, staff, services, state, since)
                VALUES (?, ?, ?, ?, 'open', ?)
                ON CONFLICT (office, window_no) DO UPDATE
                  SET services = excluded.services, state = 'open', since = excluded.since
                  WHERE w.staff = excluded.staff
                """)
            .params(
                office,
                number,
                staff,
                services.stream().map(Service::key).toArray(String[]::new),
                now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Says anew what is served at a window where somebody sits. */
  Optional<Window> assign(String office, int number, Set<Service> services) {
    jdbc.sql("UPDATE branch.staffed_window SET services = ? WHERE office = ? AND window_no = ?")
        .params(services.stream().map(Service::key).toArray(String[]::new), office, number)
        .update();
    return at(office, number);
  }

  /** Moves whoever sits at one window to another, where nobody sits; false if somebody does. */
  boolean move(String office, int from, int to) {
    return jdbc.sql(
                """
                UPDATE branch.staffed_window SET window_no = :to
                 WHERE office = :office AND window_no = :from
                   AND NOT EXISTS (SELECT FROM branch.staffed_window
                                    WHERE office = :office AND window_no = :to)
                """)
            .param("office", office)
            .param("from", from)
            .param("to", to)
            .update()
        == 1;
  }

  void rest(String staff, boolean onBreak, Instant now) {
    jdbc.sql("UPDATE branch.staffed_window SET state = ?, since = ? WHERE staff = ?")
        .params(onBreak ? "break" : "open", now.atOffset(ZoneOffset.UTC), staff)
        .update();
  }

  void close(String staff) {
    jdbc.sql("DELETE FROM branch.staffed_window WHERE staff = ?").param(staff).update();
  }

  private static Window read(ResultSet row, int n) throws SQLException {
    return new Window(
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        Arrays.stream((String[]) row.getArray(4).getArray())
            .map(Service::ofKey)
            .collect(Collectors.toSet()),
        row.getString(5).equals("break"),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }
}
