package io.onhook.visit;

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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tills, and the money in them. */
final class TillStore {
  private static final String TILL =
      """
      SELECT t.id, t.staff, t.office, t.opened_at, t.closed_at, t.currency, t.counted, t.reason,
             coalesce(sum(p.minor) FILTER (WHERE p.method = 'cash'), 0),
             coalesce(sum(p.minor) FILTER (WHERE p.method = 'card'), 0), count(p.reference)
        FROM visit.till AS t LEFT JOIN visit.payment AS p ON p.till_id = t.id
      """;
  private static final String GROUP = " GROUP BY t.id ORDER BY t.opened_at DESC, t.id DESC";
  private static final String PAYMENT =
      "SELECT reference, visit_id, line_id, currency, minor, method, taken_by, taken_at, noted_at"
          + " FROM visit.payment ";

  private final JdbcClient jdbc;

  TillStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Till> open(String staff) {
    return jdbc.sql(TILL + "WHERE t.staff = ? AND t.closed_at IS NULL" + GROUP)
        .param(staff)
        .query(TillStore::till)
        .optional();
  }

  Optional<String> office(CaseReference payment) {
    return jdbc.sql(
            "SELECT office FROM visit.visit WHERE id ="
                + " (SELECT visit_id FROM visit.payment WHERE reference = ?)")
        .param(payment.text())
        .query(String.class)
        .optional();
  }

  Optional<Till> find(long id) {
    return jdbc.sql(TILL + "WHERE t.id = ?" + GROUP).param(id).query(TillStore::till).optional();
  }

  List<Till> of(String office, Instant since) {
    return jdbc.sql(TILL + "WHERE t.office = ? AND t.opened_at >= ?" + GROUP)
        .params(office, since.atOffset(ZoneOffset.UTC))
        .query(TillStore::till)
        .list();
  }

  /** The open till of this clerk, which is held; opened if there is none. */
  long hold(String staff, String office, String currency, Instant now) {
    jdbc.sql(
            """
            INSERT INTO visit.till (staff, office, currency, opened_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (staff) WHERE closed_at IS NULL DO NOTHING
            """)
        .params(staff, office, currency, now.atOffset(ZoneOffset.UTC))
        .update();
    return held(staff).orElseThrow();
  }

  Optional<Long> held(String staff) {
    return jdbc.sql("SELECT id FROM visit.till WHERE staff = ? AND closed_at IS NULL FOR UPDATE")
        .param(staff)
        .query(Long.class)
        .optional();
  }

  void close(long id, Money expected, Money counted, String reason, Instant now) {
    jdbc.sql(
            "UPDATE visit.till SET closed_at = ?, expected = ?, counted = ?, reason = ?"
                + " WHERE id = ?")
        .params(now.atOffset(ZoneOffset.UTC), expected.minor(), counted.minor(), reason, id)
        .update();
  }

  /**
   * Notes that money was taken.
   *
   * @param asked when it was asked what is owed: what was noted since then is not in that
   * @return false if another payment for the line is under way, or has come in between
   */
  boolean take(Payment payment, long till, Instant asked) {
    return jdbc.sql(
                """
                INSERT INTO visit.payment (reference, visit_id, till_id, line_id, currency, minor,
                  method, taken_by, taken_at)
                SELECT :reference, :visit, :till, :line, :currency, :minor, :method, :by, :at
                 WHERE NOT EXISTS (SELECT FROM visit.payment
                                    WHERE line_id = :line AND noted_at >= :asked)
                ON CONFLICT (line_id) WHERE noted_at IS NULL DO NOTHING
                """)
            .param("reference", payment.reference().text())
            .param("visit", payment.visit())
            .param("till", till)
            .param("line", payment.line().value())
            .param("currency", payment.amount().currency())
            .param("minor", payment.amount().minor())
            .param("method", payment.method().key())
            .param("by", payment.by())
            .param("at", payment.takenAt().atOffset(ZoneOffset.UTC))
            .param("asked", asked.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  List<Payment> ofVisit(long visit) {
    return jdbc.sql(PAYMENT + "WHERE visit_id = ? ORDER BY taken_at, reference")
        .param(visit)
        .query(TillStore::payment)
        .list();
  }

  List<Payment> ofTill(long till) {
    return jdbc.sql(PAYMENT + "WHERE till_id = ? ORDER BY taken_at, reference")
        .param(till)
        .query(TillStore::payment)
        .list();
  }

  private static Till till(ResultSet row, int n) throws SQLException {
    String currency = row.getString(6);
    Long counted = row.getObject(7, Long.class);
    return new Till(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(instant(row, 5)),
        Money.of(currency, row.getLong(9)),
        Money.of(currency, row.getLong(10)),
        row.getInt(11),
        Optional.ofNullable(counted).map(minor -> Money.of(currency, minor)),
        row.getString(8));
  }

  private static Payment payment(ResultSet row, int n) throws SQLException {
    return new Payment(
        new CaseReference(row.getString(1)),
        row.getLong(2),
        new LineId(row.getString(3)),
        Money.of(row.getString(4), row.getLong(5)),
        Payment.Method.of(row.getString(6)).orElseThrow(),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(instant(row, 9)));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
