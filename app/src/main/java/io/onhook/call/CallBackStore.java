package io.onhook.call;

import io.onhook.shared.Language;
import io.onhook.vault.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The call-backs' table. */
final class CallBackStore {
  static final String OPEN = "open";

  private static final String SELECT =
      """
      SELECT id, number_key, number_box, topic_key, topic_box, language, promised_at, due_at,
             claimed_by, tries, first_try_at, state
      FROM call.call_back
      """;

  private final JdbcClient jdbc;

  CallBackStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(
      String id,
      Sealed number,
      Sealed topic,
      Language language,
      Instant promisedAt,
      Instant dueAt,
      Optional<String> claimedBy,
      int tries,
      Optional<Instant> firstTryAt,
      String state) {}

  /** False if this number has an open one. */
  boolean add(
      String id,
      String digest,
      Sealed number,
      Sealed topic,
      Language language,
      String staff,
      Instant at,
      Instant now) {
    return jdbc.sql(
                """
                INSERT INTO call.call_back (id, digest, number_key, number_box, topic_key, topic_box,
                  language, asked_by, asked_at, promised_at, due_at, look_at, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')
                ON CONFLICT (digest) WHERE state = 'open' DO NOTHING
                """)
            .params(
                id,
                digest,
                number.key(),
                number.box(),
                topic.key(),
                topic.box(),
                language.tag(),
                staff,
                CallStore.at(now),
                CallStore.at(at),
                CallStore.at(at),
                CallStore.at(at))
            .update()
        == 1;
  }

  /** For when this number has an open one. */
  Optional<Instant> promised(String digest) {
    return jdbc.sql("SELECT due_at FROM call.call_back WHERE digest = ? AND state = 'open'")
        .param(digest)
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  Optional<Row> find(String id) {
    return id.length() > 60 || id.indexOf('\0') >= 0
        ? Optional.empty()
        : jdbc.sql(SELECT + "WHERE id = ?").param(id).query(CallBackStore::read).optional();
  }

  List<Row> open(int most) {
    return jdbc.sql(SELECT + "WHERE state = 'open' ORDER BY due_at, id LIMIT ?")
        .param(most)
        .query(CallBackStore::read)
        .list();
  }

  boolean claim(String id, String staff) {
    return id.indexOf('\0') < 0
        && jdbc.sql(
                    "UPDATE call.call_back SET claimed_by = ? WHERE id = ? AND state = 'open'"
                        + " AND claimed_by IS NULL")
                .params(staff, id)
                .update()
            == 1;
  }

  boolean over(String id, String staff, String state, Instant now) {
    return jdbc.sql(
                """
                UPDATE call.call_back
                   SET state = ?, over_at = ?, first_try_at = coalesce(first_try_at, ?),
                       tries = tries + CASE WHEN ? = 'given-up' THEN 1 ELSE 0 END
                 WHERE id = ? AND state = 'open' AND claimed_by = ?
                """)
            .params(state, CallStore.at(now), CallStore.at(now), state, id, staff)
            .update()
        == 1;
  }

  /** Free for anybody again, at another time. */
  boolean again(String id, String staff, Instant now, Instant due) {
    return jdbc.sql(
                """
                UPDATE call.call_back
                   SET tries = tries + 1, claimed_by = NULL, due_at = ?,
                       first_try_at = coalesce(first_try_at, ?)
                 WHERE id = ? AND state = 'open' AND claimed_by = ?
                """)
            .params(CallStore.at(due), CallStore.at(now), id, staff)
            .update()
        == 1;
  }

  /** Call-backs of which somebody has to look whether their time is over. */
  List<Row> toLookAt(Instant now, int most) {
    return jdbc.sql(SELECT + "WHERE look_at <= ? ORDER BY look_at LIMIT ?")
        .params(CallStore.at(now), most)
        .query(CallBackStore::read)
        .list();
  }

  void lookAt(String id, Instant at) {
    jdbc.sql("UPDATE call.call_back SET look_at = ? WHERE id = ?")
        .params(CallStore.at(at), id)
        .update();
  }

  /** Its key is gone; the digest of the number goes too. One that nobody kept is over with it. */
  void erased(String id, Instant now) {
    jdbc.sql(
            """
            UPDATE call.call_back
               SET digest = '', look_at = NULL, over_at = coalesce(over_at, ?),
                   state = CASE WHEN state = 'open' THEN 'given-up' ELSE state END
             WHERE id = ?
            """)
        .params(CallStore.at(now), id)
        .update();
  }

  /** Of promises since then whose time has come. */
  CallBacks.Figures figures(Instant since, Instant now, Duration keptWithin) {
    return jdbc.sql(
            """
            SELECT count(*) FILTER (WHERE first_try_at <= promised_at + make_interval(secs => :kept)),
                   count(*) FILTER (WHERE coalesce(first_try_at, :now)
                                          > promised_at + make_interval(secs => :kept)),
                   count(*) FILTER (WHERE state = 'open')
              FROM call.call_back WHERE promised_at >= :since OR state = 'open'
            """)
        .param("kept", keptWithin.toSeconds())
        .param("now", CallStore.at(now))
        .param("since", CallStore.at(since))
        .query((row, n) -> new CallBacks.Figures(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }

  private static Row read(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getString(1),
        new Sealed(row.getString(2), row.getString(3)),
        new Sealed(row.getString(4), row.getString(5)),
        CallStore.language(row.getString(6)),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString(9)),
        row.getInt(10),
        Optional.ofNullable(row.getObject(11, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        row.getString(12));
  }
}
