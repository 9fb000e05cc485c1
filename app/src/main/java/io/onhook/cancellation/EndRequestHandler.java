package io.onhook.cancellation;

import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class EndRequestHandler implements WriteHandler<EndRequest> {
  private static final String SQL =
      """
      WITH w AS (
        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[],
                             ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
                      AS u (reference, ending, code, at, ends_at, line_ended_at, refund_by)
      ), freed AS (
        DELETE FROM cancellation.open_line AS o USING w WHERE o.reference = ANY (ARRAY[w.reference])
      )
      UPDATE cancellation.request AS r
         SET ended_at = w.at, ending = w.ending, code = nullif(w.code, ''),
             ends_at = w.ends_at, line_ended_at = w.line_ended_at, refund_by = w.refund_by
        FROM w
       WHERE r.reference = w.reference AND r.ended_at IS NULL
      """;

  @Override
  public Class<EndRequest> type() {
    return EndRequest.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<EndRequest> writes) throws SQLException {
    List<Function<EndRequest, @Nullable String>> columns =
        List.of(
            write -> write.reference().text(),
            EndRequest::ending,
            EndRequest::code,
            write -> write.at().toString(),
            write -> write.endsAt().toString(),
            write -> text(write.lineEndedAt()),
            write -> text(write.refundBy()));
    try (var statement = connection.prepareStatement(SQL)) {
      for (int i = 0; i < columns.size(); i++) {
        Object[] values = writes.stream().map(columns.get(i)).toArray();
        statement.setArray(i + 1, connection.createArrayOf("text", values));
      }
      statement.executeUpdate();
      return Set.of();
    }
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
