package io.onhook.call;

import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.line.LineId;
import io.onhook.notice.Notice;
import io.onhook.notice.Notice.Channel;
import io.onhook.notice.Notices;
import io.onhook.notice.Template;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Spoken consents: the exact words that were read, that the caller said yes, and when. Each that
 * came to a case is confirmed in writing, in the transaction that links the two; one whose link was
 * lost to a crash is found again.
 */
@Component
public final class Consents {
  private static final Duration IN_FLIGHT = Duration.ofMinutes(2);
  private static final Duration LOOKED_FOR = Duration.ofDays(7);
  private static final int BATCH = 100;
  private static final String SELECT =
      """
      SELECT id, call, line, staff, language, said_at, text_key, text_box, channel, to_key, to_box,
             reference
      FROM call.consent
      """;

  private record Row(
      long id,
      String call,
      LineId line,
      String staff,
      Language language,
      Instant saidAt,
      Sealed text,
      Channel channel,
      Sealed to,
      Optional<CaseReference> reference) {}

  private final JdbcClient jdbc;
  private final CallStore calls;
  private final TransactionTemplate transaction;
  private final Cancellations cancellations;
  private final Notices notices;
  private final CallJournal journal;
  private final Vault vault;
  private final Packs packs;
  private final Clock clock;

  Consents(
      DataSource database,
      PlatformTransactionManager transactions,
      Cancellations cancellations,
      Notices notices,
      CallJournal journal,
      Vault vault,
      Packs packs,
      Clock clock) {
    this.jdbc = JdbcClient.create(database);
    this.calls = new CallStore(jdbc);
    this.transaction = new TransactionTemplate(transactions);
    this.cancellations = cancellations;
    this.notices = notices;
    this.journal = journal;
    this.vault = vault;
    this.packs = packs;
    this.clock = clock;
  }

  /** Records that the caller said yes to this text. Durable once it returns. */
  long record(Call call, CancelLine request, String text, Instant at) {
    Sealed words = vault.seal(Calls.key(call.id()), text);
    Sealed to = vault.seal(Calls.key(call.id()), request.contact().address());
    String digest = vault.digest("spoken-consent", text);
    long id =
        jdbc.sql(
                """
                INSERT INTO call.consent (call, line, staff, language, said_at, text_key, text_box,
                  digest, channel, to_key, to_box)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                """)
            .params(
                call.id(),
                request.line().value(),
                call.agent().id(),
                call.language().tag(),
                CallStore.at(at),
                words.key(),
                words.box(),
                digest,
                request.contact().channel().name(),
                to.key(),
                to.box())
            .query(Long.class)
            .single();
    journal.write(call.agent(), "consent-recorded", call.id(), "text", digest);
    return id;
  }

  /** A case came of it: linked, and confirmed in writing. Harmless if repeated. */
  void cameTo(long id, CaseReference reference, Instant receivedAt) {
    one(id).ifPresent(row -> link(row, reference, receivedAt));
  }

  private void link(Row row, CaseReference reference, Instant receivedAt) {
    Optional<String> text = vault.open(row.text());
    Optional<CancellationView> it = cancellations.find(reference, Actor.SYSTEM);
    if (text.isEmpty() || it.isEmpty()) {
      return;
    }
    var notice =
        new Notice(
            reference.text() + "/" + Template.PHONE_REQUEST.text(),
            Template.PHONE_REQUEST.text(),
            row.language(),
            row.channel(),
            row.to(),
            Map.of(
                "reference", reference.text(),
                "number", it.get().maskedNumber(),
                "receivedAt", moment(receivedAt, row.language()),
                "text", text.get()));
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("UPDATE call.consent SET reference = ? WHERE id = ?")
              .params(reference.text(), row.id())
              .update();
          calls.about(row.call(), reference);
          notices.send(List.of(notice), Actor.staff(row.staff()));
        });
  }

  private String moment(Instant at, Language language) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(language.locale())
        .format(at.atZone(packs.current().zone()).toLocalDateTime());
  }

  /** Nothing came of it. */
  void refused(long id) {
    jdbc.sql("UPDATE call.consent SET refused = true WHERE id = ?").param(id).update();
  }

  /** Finds the cases of consents whose link was lost to a crash. */
  void findLost() {
    Instant now = clock.instant();
    jdbc.sql(
            SELECT
                + """
                WHERE reference IS NULL AND NOT refused AND said_at < ? AND said_at > ?
                ORDER BY said_at LIMIT ?
                """)
        .params(CallStore.at(now.minus(IN_FLIGHT)), CallStore.at(now.minus(LOOKED_FOR)), BATCH)
        .query(Consents::read)
        .list()
        .forEach(
            row ->
                cancellations.ofLine(row.line(), Actor.SYSTEM).stream()
                    .filter(it -> it.submittedBy().equals(Actor.staff(row.staff())))
                    .filter(it -> !it.receivedAt().isBefore(row.saidAt()))
                    .reduce((later, earlier) -> earlier)
                    .ifPresentOrElse(
                        it -> link(row, it.reference(), it.receivedAt()), () -> refused(row.id())));
  }

  /** Those about this line, the newest first. */
  public List<Consent> of(LineId line) {
    return jdbc
        .sql(SELECT + "WHERE line = ? ORDER BY said_at DESC, id DESC LIMIT ?")
        .params(line.value(), BATCH)
        .query(Consents::read)
        .list()
        .stream()
        .map(
            row ->
                new Consent(
                    vault.open(row.text()).orElse(""), row.saidAt(), row.staff(), row.reference()))
        .toList();
  }

  private Optional<Row> one(long id) {
    return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(Consents::read).optional();
  }

  private static Row read(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getLong(1),
        row.getString(2),
        new LineId(row.getString(3)),
        row.getString(4),
        CallStore.language(row.getString(5)),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        new Sealed(row.getString(7), row.getString(8)),
        Channel.valueOf(row.getString(9)),
        new Sealed(row.getString(10), row.getString(11)),
        Optional.ofNullable(row.getString(12)).map(CaseReference::new));
  }
}
