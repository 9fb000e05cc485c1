package io.onhook.call;

import io.onhook.access.SignInWay;
import io.onhook.line.LineId;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.vault.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calls' table. */
final class CallStore {
  private static final String SELECT =
      """
      SELECT id, agent, language, kind, named, named_key, named_box, began_at, attempt, party, line,
             proof, checked_at, asking_key, asking_box, ended_at
      FROM call.call
      """;

  private final JdbcClient jdbc;

  CallStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(
      String id,
      Actor agent,
      Language language,
      String kind,
      String digest,
      Sealed named,
      Instant beganAt,
      @Nullable String attempt,
      Optional<Call.Caller> caller,
      @Nullable Sealed asking,
      Optional<Instant> endedAt) {}

  /** One whose time may be over, and the case that it was about. */
  record Old(String id, Instant beganAt, Optional<CaseReference> about) {}

  void add(
      String id,
      Actor agent,
      Language language,
      String kind,
      String digest,
      Sealed named,
      Instant now) {
    jdbc.sql(
            """
            INSERT INTO call.call (id, agent, language, kind, named, named_key, named_box, began_at,
              look_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            agent.toString(),
            language.tag(),
            kind,
            digest,
            named.key(),
            named.box(),
            at(now),
            at(now.plus(CallRetention.FIRST_LOOK)))
        .update();
  }

  Optional<Row> find(String id) {
    return id.length() > 60 || id.indexOf('\0') >= 0
        ? Optional.empty()
        : jdbc.sql(SELECT + "WHERE id = ?").param(id).query(CallStore::read).optional();
  }

  /** Calls of this holder about this line in which they were checked, the newest first. */
  List<Row> of(LineId line, String partyId, int most) {
    return jdbc.sql(SELECT + "WHERE line = ? AND party = ? ORDER BY began_at DESC, id LIMIT ?")
        .params(line.value(), partyId, most)
        .query(CallStore::read)
        .list();
  }

  void attempt(String id, @Nullable String attempt) {
    jdbc.sql("UPDATE call.call SET attempt = :attempt WHERE id = :id")
        .param("attempt", attempt, java.sql.Types.VARCHAR)
        .param("id", id)
        .update();
  }

  void checked(String id, String partyId, LineId line, SignInWay way, Instant now) {
    jdbc.sql(
            "UPDATE call.call SET attempt = NULL, party = ?, line = ?, proof = ?, checked_at = ?"
                + " WHERE id = ?")
        .params(partyId, line.value(), way.text(), at(now), id)
        .update();
  }

  void about(String id, CaseReference reference) {
    jdbc.sql("UPDATE call.call SET reference = ? WHERE id = ?")
        .params(reference.text(), id)
        .update();
  }

  /** Calls of which somebody has to look whether their time is over. */
  List<Old> toLookAt(Instant now, int most) {
    return jdbc.sql(
            "SELECT id, began_at, reference FROM call.call WHERE look_at <= ?"
                + " ORDER BY look_at LIMIT ?")
        .params(at(now), most)
        .query(
            (row, n) ->
                new Old(
                    row.getString(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getString(3)).map(CaseReference::new)))
        .list();
  }

  void lookAt(String id, Instant at) {
    jdbc.sql("UPDATE call.call SET look_at = ? WHERE id = ?").params(at(at), id).update();
  }

  /** Its key is gone; the digest of what was named goes too. */
  void erased(String id) {
    jdbc.sql("UPDATE call.call SET named = '', look_at = NULL WHERE id = ?").param(id).update();
  }

  void asking(String id, Sealed asking) {
    jdbc.sql("UPDATE call.call SET asking_key = ?, asking_box = ? WHERE id = ?")
        .params(asking.key(), asking.box(), id)
        .update();
  }

  void ended(String id, Instant now) {
    jdbc.sql("UPDATE call.call SET ended_at = ? WHERE id = ? AND ended_at IS NULL")
        .params(at(now), id)
        .update();
  }

  private static Row read(ResultSet row, int n) throws SQLException {
    String party = row.getString(10);
    String askingKey = row.getString(14);
    return new Row(
        row.getString(1),
        Actor.parse(row.getString(2)),
        language(row.getString(3)),
        row.getString(4),
        row.getString(5),
        new Sealed(row.getString(6), row.getString(7)),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getString(9),
        party == null
            ? Optional.empty()
            : Optional.of(
                new Call.Caller(
                    party,
                    new LineId(row.getString(11)),
                    way(row.getString(12)),
                    row.getObject(13, OffsetDateTime.class).toInstant())),
        askingKey == null ? null : new Sealed(askingKey, row.getString(15)),
        Optional.ofNullable(row.getObject(16, OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static SignInWay way(String text) {
    return Arrays.stream(SignInWay.values())
        .filter(way -> way.text().equals(text))
        .findAny()
        .orElseThrow();
  }

  static Language language(String tag) {
    return Language.nearest(Locale.forLanguageTag(tag), List.of(Language.values()));
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
