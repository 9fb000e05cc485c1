package io.onhook.notice;

import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.Language;
import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters wait here, sealed, until somebody prints and posts them. */
@Component
public final class Letters implements Carrier {
  private static final String PARTS = "\u001f";

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  Letters(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Notice.Channel channel() {
    return Notice.Channel.LETTER;
  }

  /** Queues it; the same notice a second time changes nothing. */
  @Override
  public Duration longest() {
    return Duration.ZERO;
  }

  @Override
  public Answer<String> send(Message message) {
    Text text = message.text();
    Sealed sealed =
        vault.seal(
            KeyName.of("letter", message.id()),
            String.join(PARTS, message.address(), text.subject(), text.plain()));
    jdbc.sql(
            """
            INSERT INTO notice.letter (notice_id, language, sealed_key, sealed_box, queued_at)
            VALUES (:id, :language, :key, :box, :at) ON CONFLICT (notice_id) DO NOTHING
            """)
        .param("id", message.id())
        .param("language", message.language().name())
        .param("key", sealed.key())
        .param("box", sealed.box())
        .param("at", sqlTime(clock.instant()))
        .update();
    return new Answer.Got<>("letter/" + message.id());
  }

  /** The letters not yet printed, oldest first. */
  public List<Letter> waiting(int limit) {
    return jdbc
        .sql(
            """
            SELECT notice_id, language, sealed_key, sealed_box, queued_at FROM notice.letter
            WHERE printed_at IS NULL ORDER BY queued_at, notice_id LIMIT :limit
            """)
        .param("limit", limit)
        .query((row, number) -> open(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Notes that it was printed and posted, and erases it.
   *
   * @return false if it was not waiting
   */
  public boolean printed(String id, Actor by) {
    boolean done =
        jdbc.sql(
                    """
                    UPDATE notice.letter SET printed_at = :at, printed_by = :by
                    WHERE notice_id = :id AND printed_at IS NULL
                    """)
                .param("at", sqlTime(clock.instant()))
                .param("by", by.toString())
                .param("id", id)
                .update()
            == 1;
    if (done) {
      vault.destroy(KeyName.of("letter", id));
    }
    return done;
  }

  private Optional<Letter> open(ResultSet row) throws SQLException {
    String id = row.getString("notice_id");
    Language language = Language.valueOf(row.getString("language"));
    Instant queuedAt = row.getObject("queued_at", OffsetDateTime.class).toInstant();
    return vault
        .open(new Sealed(row.getString("sealed_key"), row.getString("sealed_box")))
        .map(text -> text.split(PARTS, 3))
        .map(parts -> new Letter(id, language, parts[0], parts[1], parts[2], queuedAt));
  }

  private static OffsetDateTime sqlTime(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
