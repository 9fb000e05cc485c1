package io.onhook.call;

import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What agents write about calls, for the next one who answers: sealed, and each one journalled. */
@Component
public final class Notes {
  private static final int MOST = 100;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final CallJournal journal;
  private final Clock clock;

  Notes(DataSource database, Vault vault, CallJournal journal, Clock clock) {
    this.jdbc = JdbcClient.create(database);
    this.vault = vault;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Writes one about the line of a caller who is checked.
   *
   * @param text 1 to 1000 characters
   */
  public void write(Call call, Call.Caller caller, String text) {
    Sealed sealed = vault.seal(Calls.key(call.id()), text.strip());
    jdbc.sql(
            """
            INSERT INTO call.note (call, line, party, staff, at, text_key, text_box)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            call.id(),
            caller.line().value(),
            caller.partyId(),
            call.agent().id(),
            CallStore.at(clock.instant()),
            sealed.key(),
            sealed.box())
        .update();
    journal.write(call.agent(), "note-written", call.id(), "line", caller.line().value());
  }

  /** All about this holder's line, the newest first. */
  public List<Note> of(Call.Caller caller) {
    return jdbc.sql(
            """
            SELECT staff, at, text_key, text_box FROM call.note
            WHERE line = ? AND party = ? ORDER BY at DESC, id DESC LIMIT ?
            """)
        .params(caller.line().value(), caller.partyId(), MOST)
        .query(
            (row, n) ->
                new Note(
                    row.getString(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    vault.open(new Sealed(row.getString(3), row.getString(4))).orElse("")))
        .list();
  }
}
