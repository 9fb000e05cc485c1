package io.onhook.visit;

import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Clerks who know whom they serve: a relative, a friend. Only they can know that, so they say it,
 * and a colleague goes on with all that was done.
 */
@Component
public final class Conflicts {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final VisitRecord record;
  private final Clock clock;

  Conflicts(
      DataSource database, PlatformTransactionManager transactions, Journal journal, Clock clock) {
    this.jdbc = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(transactions);
    this.record = new VisitRecord(journal);
    this.clock = clock;
  }

  /** This clerk knows the visitor; harmless if said again. It is never taken back. */
  public void declare(Visit visit, Actor staff) {
    transaction.executeWithoutResult(
        status -> {
          boolean fresh =
              jdbc.sql(
                          """
                          INSERT INTO visit.conflict (ticket_id, staff, party_id, declared_at)
                          VALUES (:ticket, :staff, :party, :now) ON CONFLICT DO NOTHING
                          """)
                      .param("ticket", visit.ticket())
                      .param("staff", staff.id())
                      .param("party", visit.partyId().orElse(null), Types.VARCHAR)
                      .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                      .update()
                  == 1;
          if (fresh) {
            record.note(visit, staff, "conflict-declared");
          }
        });
  }

  /** Whether this clerk said so of this ticket, or of this holder. */
  boolean declared(long ticket, @Nullable String partyId, Actor staff) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM visit.conflict
                            WHERE staff = :staff AND (ticket_id = :ticket OR party_id = :party))
            """)
        .param("staff", staff.id())
        .param("ticket", ticket)
        .param("party", partyId, Types.VARCHAR)
        .query(Boolean.class)
        .single();
  }
}
