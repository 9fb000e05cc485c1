package io.onhook.visit;

import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
final class PaymentNotedHandler implements WriteHandler<PaymentNoted> {
  private static final String SQL =
      """
      UPDATE visit.payment AS p
         SET noted_at = coalesce(p.noted_at, n.at), noted_as = coalesce(p.noted_as, n.id)
        FROM unnest(?::text[], ?::text[], ?::timestamptz[]) AS n (reference, id, at)
       WHERE p.reference = ANY (ARRAY[n.reference])
      """;

  @Override
  public Class<PaymentNoted> type() {
    return PaymentNoted.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<PaymentNoted> writes) throws SQLException {
    List<Function<PaymentNoted, String>> columns =
        List.of(
            write -> write.reference().text(),
            PaymentNoted::paymentId,
            write -> write.at().toString());
    try (var statement = connection.prepareStatement(SQL)) {
      for (int i = 0; i < columns.size(); i++) {
        Object[] values = writes.stream().map(columns.get(i)).toArray();
        statement.setArray(i + 1, connection.createArrayOf("text", values));
      }
      statement.executeUpdate();
      return Set.of();
    }
  }
}
