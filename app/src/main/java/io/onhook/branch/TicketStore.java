package io.onhook.branch;

import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tickets' table. Who changes a ticket holds its office's day: see {@link DayStore}. */
final class TicketStore {
  private static final String COLUMNS =
      """
      id, token, office, day, service, letter, number, source, language, priority, reference, taken_at,
      appointment_at, place_at, let_passes, state, window_no, calls, called_at, began_at, ended_at
      """;
  private static final String SELECT = "SELECT " + COLUMNS + " FROM branch.ticket ";
  private static final String OPEN = "state IN ('waiting', 'called', 'serving', 'held')";
  private static final String OF_DAY = "WHERE office = :office AND day = :day ";

  /**
   * Who is called next: a booked time that has come, then who waits without one, then a booked time
   * that is still to come. Each by an index of its own, however many wait.
   */
  private static final String NEXT =
      """
      SELECT id FROM (
        (SELECT id, 0 AS lane, place_at FROM branch.ticket
          WHERE office = :office AND day = :day AND state = 'waiting'
            AND appointment_at IS NOT NULL AND place_at <= :now
            AND service = ANY (:services) AND :staff <> ALL (not_by)
          ORDER BY place_at, id LIMIT 1)
        UNION ALL
        (SELECT id, 1, place_at FROM branch.ticket
          WHERE office = :office AND day = :day AND state = 'waiting'
            AND appointment_at IS NULL
            AND service = ANY (:services) AND :staff <> ALL (not_by)
          ORDER BY place_at, id LIMIT 1)
        UNION ALL
        (SELECT id, 2, place_at FROM branch.ticket
          WHERE office = :office AND day = :day AND state = 'waiting'
            AND appointment_at IS NOT NULL AND place_at > :now
            AND service = ANY (:services) AND :staff <> ALL (not_by)
          ORDER BY place_at, id LIMIT 1)) AS first_of_each
      ORDER BY lane LIMIT 1
      """;

  private final JdbcClient jdbc;

  TicketStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A ticket that is not stored yet; the database gives it its id.
   *
   * @param replaces the one that was sent home, whose place it takes
   */
  Ticket add(Ticket ticket, @Nullable String client, @Nullable Long replaces) {
    Instant booked = ticket.appointmentAt();
    return jdbc.sql(
            """
            INSERT INTO branch.ticket (token, office, day, letter, number, service, source,
              language, priority, reference, client, replaces, taken_at, appointment_at,
              place_at, state)
            VALUES (:token, :office, :day, :letter, :number, :service, :source, :language,
              :priority, :reference, :client, :replaces, :taken, :appointment, :place, 'waiting')
            RETURNING \
            """
                + COLUMNS)
        .param("token", ticket.token())
        .param("office", ticket.office())
        .param("day", ticket.day())
        .param("letter", String.valueOf(ticket.letter()))
        .param("number", ticket.number())
        .param("service", ticket.service().key())
        .param("source", ticket.source())
        .param("language", ticket.language().tag())
        .param("priority", ticket.priority())
        .param("reference", ticket.carries().map(CaseReference::text).orElse(null), Types.VARCHAR)
        .param("client", client, Types.VARCHAR)
        .param("replaces", replaces, Types.BIGINT)
        .param("taken", utc(ticket.takenAt()))
        .param("appointment", booked == null ? null : utc(booked), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("place", utc(ticket.placeAt()))
        .query(TicketStore::read)
        .single();
  }

  Optional<Ticket> find(String token) {
    return jdbc.sql(SELECT + "WHERE token = ?").param(token).query(TicketStore::read).optional();
  }

  Ticket find(long id) {
    return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(TicketStore::read).single();
  }

  Optional<Ticket> find(String office, LocalDate day, String label) {
    return ofDay(SELECT + OF_DAY + "AND letter = :letter AND number = :number", office, day)
        .param("letter", label.substring(0, 1))
        .param("number", Integer.parseInt(label.substring(1)))
        .query(TicketStore::read)
        .optional();
  }

  /** The open ticket of this case at this office today. */
  Optional<Ticket> openOf(String office, LocalDate day, CaseReference reference) {
    return ofDay(SELECT + OF_DAY + "AND reference = :reference AND " + OPEN, office, day)
        .param("reference", reference.text())
        .query(TicketStore::read)
        .optional();
  }

  /** Whether another ticket has taken its place. */
  boolean replaced(long id) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM branch.ticket WHERE replaces = ?)")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  int openOfClient(String office, LocalDate day, String client) {
    return ofDay(
            "SELECT count(*) FROM branch.ticket " + OF_DAY + "AND client = :client AND " + OPEN,
            office,
            day)
        .param("client", client)
        .query(Integer.class)
        .single();
  }

  /** Whom a window with these services calls next, if this clerk sits there. */
  Optional<Long> next(
      String office, LocalDate day, Collection<Service> services, String staff, Instant now) {
    return ofDay(NEXT, office, day)
        .param("staff", staff)
        .param("now", utc(now))
        .param("services", services.stream().map(Service::key).toArray(String[]::new))
        .query(Long.class)
        .optional();
  }

  /** What this window has called and not finished. */
  Optional<Ticket> atWindow(String office, LocalDate day, int window) {
    return ofDay(
            SELECT + OF_DAY + "AND window_no = :window AND state IN ('called', 'serving')",
            office,
            day)
        .param("window", window)
        .query(TicketStore::read)
        .optional();
  }

  /** All that wait or are being served there, in the order of {@link #next}. */
  List<Ticket> open(String office, LocalDate day, Instant now) {
    return ofDay(
            SELECT
                + OF_DAY
                + "AND "
                + OPEN
                + " ORDER BY CASE WHEN appointment_at IS NULL THEN 1 WHEN place_at <= :now THEN 0"
                + " ELSE 2 END, place_at, id",
            office,
            day)
        .param("now", utc(now))
        .query(TicketStore::read)
        .list();
  }

  /** The days on which somebody waits at this office who was not sent home yet. */
  List<LocalDate> unfinished(String office) {
    return jdbc.sql(
            "SELECT DISTINCT day FROM branch.ticket WHERE office = ? AND state = 'waiting'"
                + " ORDER BY day")
        .param(office)
        .query((row, n) -> row.getObject(1, LocalDate.class))
        .list();
  }

  /** The tickets that were called last, the newest first. */
  List<Ticket> lastCalled(String office, LocalDate day, int most) {
    return ofDay(
            SELECT + OF_DAY + "AND call IS NOT NULL ORDER BY call DESC LIMIT :most", office, day)
        .param("most", most)
        .query(TicketStore::read)
        .list();
  }

  /** The ticket behind this one among those without a booked time. */
  Optional<Ticket> behind(Ticket ticket) {
    return ofDay(
            SELECT
                + OF_DAY
                + """
                AND state = 'waiting' AND appointment_at IS NULL
                AND (place_at, id) > (:place, :id) ORDER BY place_at, id LIMIT 1
                """,
            ticket.office(),
            ticket.day())
        .param("place", utc(ticket.placeAt()))
        .param("id", ticket.id())
        .query(TicketStore::read)
        .optional();
  }

  /** Calls it, as the next call of its day, which is held. */
  Ticket call(long id, int window, Instant now) {
    return jdbc.sql(
            """
            WITH counted AS (
              UPDATE branch.day AS d SET calls = d.calls + 1 FROM branch.ticket AS t
               WHERE t.id = :id AND d.office = t.office AND d.day = t.day RETURNING d.calls AS call)
            UPDATE branch.ticket SET state = 'called', window_no = :window,
                   call = counted.call, calls = calls + 1, called_at = :now
              FROM counted WHERE id = :id RETURNING \
            """
                + COLUMNS)
        .param("id", id)
        .param("window", window)
        .param("now", utc(now))
        .query(TicketStore::read)
        .single();
  }

  Ticket begin(long id, Instant now) {
    return change("state = 'serving', began_at = coalesce(began_at, :at)", id, now);
  }

  Ticket hold(long id, Instant now) {
    return change("state = 'held'", id, now);
  }

  /** Comes to its end in this state. */
  Ticket end(long id, TicketState state, Instant now) {
    return jdbc.sql(
            "UPDATE branch.ticket SET state = ?, ended_at = ? WHERE id = ? RETURNING " + COLUMNS)
        .params(state.key(), utc(now), id)
        .query(TicketStore::read)
        .single();
  }

  /** Waits again, at this place, for this service. */
  Ticket back(long id, Service service, Instant place) {
    return jdbc.sql(
            "UPDATE branch.ticket SET state = 'waiting', service = ?, place_at = ?,"
                + " window_no = NULL, ended_at = NULL WHERE id = ? RETURNING "
                + COLUMNS)
        .params(service.key(), utc(place), id)
        .query(TicketStore::read)
        .single();
  }

  /** Waits again at its place, for anybody but this clerk. */
  Ticket handOver(long id, String staff) {
    return jdbc.sql(
            "UPDATE branch.ticket SET state = 'waiting', window_no = NULL,"
                + " not_by = array_append(not_by, ?) WHERE id = ? RETURNING "
                + COLUMNS)
        .params(staff, id)
        .query(TicketStore::read)
        .single();
  }

  Ticket letPass(long id, Instant place) {
    return jdbc.sql(
            "UPDATE branch.ticket SET place_at = ?, let_passes = let_passes + 1 WHERE id = ?"
                + " RETURNING "
                + COLUMNS)
        .params(utc(place), id)
        .query(TicketStore::read)
        .single();
  }

  private Ticket change(String what, long id, Instant at) {
    return jdbc.sql("UPDATE branch.ticket SET " + what + " WHERE id = :id RETURNING " + COLUMNS)
        .param("at", utc(at))
        .param("id", id)
        .query(TicketStore::read)
        .single();
  }

  private JdbcClient.StatementSpec ofDay(String sql, String office, LocalDate day) {
    return jdbc.sql(sql).param("office", office).param("day", day);
  }

  private static Ticket read(ResultSet row, int n) throws SQLException {
    return new Ticket(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, LocalDate.class),
        Service.ofKey(row.getString(5)),
        row.getString(6).charAt(0),
        row.getInt(7),
        row.getString(8),
        Language.nearest(Locale.forLanguageTag(row.getString(9)), List.of(Language.values())),
        row.getBoolean(10),
        Optional.ofNullable(row.getString(11)).map(CaseReference::new),
        moment(row, 12),
        instant(row, 13),
        moment(row, 14),
        row.getInt(15),
        TicketState.ofKey(row.getString(16)),
        row.getObject(17, Integer.class),
        row.getInt(18),
        instant(row, 19),
        instant(row, 20),
        instant(row, 21));
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
