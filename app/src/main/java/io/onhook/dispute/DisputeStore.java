package io.onhook.dispute;

import io.onhook.engine.CaseId;
import io.onhook.line.LineId;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The module's table. */
final class DisputeStore {
  private static final String SELECT =
      """
      SELECT reference, line_id, party_id, bill_id, charge_id, text, currency, minor, raised_at,
             state, decided_at, closed_at
        FROM dispute.charge
      """;

  private final JdbcClient jdbc;

  DisputeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds it; false if the charge is disputed already. Needs a transaction. */
  boolean add(Dispute it, String text, CaseId caseId) {
    // One at a time for a line: with a bill or without one it is the same charge, and two rows of
    // it would be taken off twice.
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('dispute ' || ?, 0))")
        .param(it.line().value())
        .query((row, n) -> true)
        .single();
    if (ofLine(it.line()).stream().anyMatch(old -> old.isAbout(it.billId(), it.chargeId()))) {
      return false;
    }
    return jdbc.sql(
                """
                INSERT INTO dispute.charge (reference, case_id, line_id, party_id, bill_id,
                                            charge_id, text, currency, minor, raised_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (bill_id, charge_id) DO NOTHING
                """)
            .params(
                it.reference().text(),
                caseId.value(),
                it.line().value(),
                it.partyId(),
                it.billId(),
                it.chargeId(),
                text,
                it.amount().currency(),
                it.amount().minor(),
                it.raisedAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  List<Contested> ofLine(LineId line) {
    return jdbc.sql(SELECT + "WHERE line_id = ? ORDER BY raised_at, reference")
        .param(line.value())
        .query(DisputeStore::read)
        .list();
  }

  Optional<Contested> find(CaseReference reference) {
    return jdbc.sql(SELECT + "WHERE reference = ?")
        .param(reference.text())
        .query(DisputeStore::read)
        .optional();
  }

  Optional<CaseId> caseOf(CaseReference reference) {
    return jdbc.sql("SELECT case_id FROM dispute.charge WHERE reference = ?")
        .param(reference.text())
        .query((row, n) -> new CaseId(row.getLong(1)))
        .optional();
  }

  /** A dispute that is over, and whose words are still there. */
  record Settled(CaseReference reference, Instant decidedAt) {}

  /** All of them, those decided first coming first. */
  List<Settled> settled() {
    return jdbc.sql(
            """
            SELECT reference, decided_at FROM dispute.charge
            WHERE erased_at IS NULL AND decided_at IS NOT NULL AND closed_at IS NOT NULL
            ORDER BY decided_at
            """)
        .query(
            (row, n) ->
                new Settled(
                    CaseReference.typed(row.getString(1)),
                    row.getObject(2, OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Notes that the words are gone. */
  void erased(CaseReference reference, Instant at) {
    jdbc.sql("UPDATE dispute.charge SET erased_at = ? WHERE reference = ?")
        .params(at.atOffset(ZoneOffset.UTC), reference.text())
        .update();
  }

  private static Contested read(ResultSet row, int n) throws SQLException {
    Contested.State state = Contested.State.of(row.getString("state"));
    OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
    boolean closed = row.getObject("closed_at") != null;
    return new Contested(
        CaseReference.typed(row.getString("reference")),
        new LineId(row.getString("line_id")),
        row.getString("party_id"),
        row.getString("bill_id"),
        row.getString("charge_id"),
        row.getString("text"),
        Money.of(row.getString("currency"), row.getLong("minor")),
        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
        state,
        Optional.ofNullable(decided).map(OffsetDateTime::toInstant),
        state == Contested.State.OPEN || (state == Contested.State.UPHELD && !closed));
  }
}
