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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of booked times. Who books holds the office's day: see {@link DayStore}. */
final class BookingStore {
  private static final String COLUMNS =
      "id, token, office, day, starts_at, service, language, reference, channel, address_key,"
          + " address_box, state, ticket";
  private static final String SELECT = "SELECT " + COLUMNS + " FROM branch.booking ";

  private final JdbcClient jdbc;

  BookingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Booking add(Booking booking, String client, Instant now) {
    SealedReach reach = booking.reach();
    return jdbc.sql(
            """
            INSERT INTO branch.booking (token, office, day, starts_at, service, language, reference,
              client, channel, address_key, address_box, state, made_at)
            VALUES (:token, :office, :day, :starts, :service, :language, :reference, :client,
              :channel, :key, :box, 'booked', :now)
            RETURNING \
            """
                + COLUMNS)
        .param("token", booking.token())
        .param("office", booking.office())
        .param("day", booking.day())
        .param("starts", utc(booking.startsAt()))
        .param("service", booking.service().key())
        .param("language", booking.language().tag())
        .param("reference", booking.carries().map(CaseReference::text).orElse(null), Types.VARCHAR)
        .param("client", client)
        .param("channel", reach == null ? null : reach.channel().name(), Types.VARCHAR)
        .param("key", reach == null ? null : reach.address().key(), Types.VARCHAR)
        .param("box", reach == null ? null : reach.address().box(), Types.VARCHAR)
        .param("now", utc(now))
        .query(BookingStore::read)
        .single();
  }

  Optional<Booking> find(String token) {
    return jdbc.sql(SELECT + "WHERE token = ?").param(token).query(BookingStore::read).optional();
  }

  /** How many are booked for each time of that day. */
  Map<Instant, Integer> taken(String office, LocalDate day) {
    return jdbc
        .sql(
            "SELECT starts_at, count(*) FROM branch.booking"
                + " WHERE office = ? AND day = ? AND state = 'booked' GROUP BY starts_at")
        .params(office, day)
        .query((row, n) -> Map.entry(moment(row, 1), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  int ofClient(String office, String client, Instant now) {
    return jdbc.sql(
            "SELECT count(*) FROM branch.booking"
                + " WHERE office = ? AND client = ? AND state = 'booked' AND starts_at > ?")
        .params(office, client, utc(now))
        .query(Integer.class)
        .single();
  }

  /** Empty unless it is still booked. */
  Optional<Booking> move(
      long id, LocalDate day, Instant starts, @Nullable SealedReach reach, Instant now) {
    return jdbc.sql(
            "UPDATE branch.booking SET day = :day, starts_at = :starts, reminded_at = NULL,"
                + " made_at = :now,"
                + " address_key = :key, address_box = :box"
                + " WHERE id = :id AND state = 'booked' RETURNING "
                + COLUMNS)
        .param("day", day)
        .param("starts", utc(starts))
        .param("key", reach == null ? null : reach.address().key(), Types.VARCHAR)
        .param("box", reach == null ? null : reach.address().box(), Types.VARCHAR)
        .param("now", utc(now))
        .param("id", id)
        .query(BookingStore::read)
        .optional();
  }

  /** Empty unless it is still booked. */
  Optional<Booking> end(long id, Booking.State state, @Nullable Long ticket) {
    return jdbc.sql(
            "UPDATE branch.booking SET state = :state, ticket = :ticket"
                + " WHERE id = :id AND state = 'booked' RETURNING "
                + COLUMNS)
        .param("state", state.key())
        .param("ticket", ticket, Types.BIGINT)
        .param("id", id)
        .query(BookingStore::read)
        .optional();
  }

  /** All that begin before then, can be reached, and were not reminded. */
  List<Booking> unreminded(Instant now, Instant before) {
    return jdbc.sql(
            SELECT
                + "WHERE state = 'booked' AND reminded_at IS NULL AND channel IS NOT NULL"
                + " AND starts_at > ? AND starts_at <= ? ORDER BY starts_at, id")
        .params(utc(now), utc(before))
        .query(BookingStore::read)
        .list();
  }

  /** True for one caller alone, for this time. */
  boolean reminded(long id, Instant now) {
    return jdbc.sql(
                "UPDATE branch.booking SET reminded_at = ?"
                    + " WHERE id = ? AND state = 'booked' AND reminded_at IS NULL")
            .params(utc(now), id)
            .update()
        == 1;
  }

  /** When its holder was told of this time last. */
  Instant toldAt(long id) {
    return jdbc.sql("SELECT made_at FROM branch.booking WHERE id = ?")
        .param(id)
        .query((row, n) -> moment(row, 1))
        .single();
  }

  /** Forgets how to reach people. */
  void forget(String office, LocalDate day) {
    jdbc.sql(
            "UPDATE branch.booking SET channel = NULL, address_key = NULL, address_box = NULL"
                + " WHERE office = ? AND day = ? AND channel IS NOT NULL")
        .params(office, day)
        .update();
  }

  private static Booking read(ResultSet row, int n) throws SQLException {
    return new Booking(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, LocalDate.class),
        moment(row, 5),
        Service.ofKey(row.getString(6)),
        Language.nearest(Locale.forLanguageTag(row.getString(7)), List.of(Language.values())),
        Optional.ofNullable(row.getString(8)).map(CaseReference::new),
        row.getString(9) == null ? null : ReachStore.reach(row, 9),
        Booking.State.ofKey(row.getString(12)),
        row.getObject(13, Long.class));
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
