package io.onhook.cancellation;

import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
final class NoteRefundArrivedHandler implements WriteHandler<NoteRefundArrived> {
  private static final String SQL =
      """
      UPDATE cancellation.request AS r SET refund_arrived_at = w.at
        FROM unnest(?::text[], ?::timestamptz[]) AS w (reference, at)
       WHERE r.reference = ANY (ARRAY[w.reference]) AND r.refund_arrived_at IS NULL
      """;

  @Override
  public Class<NoteRefundArrived> type() {
    return NoteRefundArrived.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<NoteRefundArrived> writes)
      throws SQLException {
    try (var statement = connection.prepareStatement(SQL)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "text", writes.stream().map(write -> write.reference().text()).toArray()));
      statement.setArray(
          2,
          connection.createArrayOf(
              "text", writes.stream().map(write -> write.at().toString()).toArray()));
      statement.executeUpdate();
      return Set.of();
    }
  }
}
