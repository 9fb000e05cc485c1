package io.onhook.cancellation;

import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
final class EndRequestHandler implements WriteHandler<EndRequest> {
  private static final String SQL =
      """
      WITH w AS (
        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[])
                      AS u (reference, ending, code, at)
      ), freed AS (
        DELETE FROM cancellation.open_line AS o USING w WHERE o.reference = w.reference
      )
      UPDATE cancellation.request AS r
         SET ended_at = w.at, ending = w.ending, code = nullif(w.code, '')
        FROM w
       WHERE r.reference = w.reference AND r.ended_at IS NULL
      """;

  @Override
  public Class<EndRequest> type() {
    return EndRequest.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<EndRequest> writes) throws SQLException {
    List<Function<EndRequest, String>> columns =
        List.of(
            write -> write.reference().text(),
            EndRequest::ending,
            EndRequest::code,
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
