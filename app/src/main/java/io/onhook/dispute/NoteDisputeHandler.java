package io.onhook.dispute;

import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class NoteDisputeHandler implements WriteHandler<NoteDispute> {
  private static final String SQL =
      """
      UPDATE dispute.charge AS c
         SET state = w.state, decided_at = coalesce(c.decided_at, w.decided_at),
             closed_at = coalesce(c.closed_at, w.closed_at)
        FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
             AS w (reference, state, decided_at, closed_at)
       WHERE c.reference = ANY (ARRAY[w.reference])
      """;

  @Override
  public Class<NoteDispute> type() {
    return NoteDispute.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<NoteDispute> writes) throws SQLException {
    List<Function<NoteDispute, @Nullable Object>> columns =
        List.of(
            write -> write.reference().text(),
            write -> write.state().key(),
            NoteDispute::decidedAt,
            NoteDispute::closedAt);
    try (var statement = connection.prepareStatement(SQL)) {
      for (int i = 0; i < columns.size(); i++) {
        Object[] values =
            writes.stream().map(columns.get(i)).map(NoteDisputeHandler::text).toArray();
        statement.setArray(i + 1, connection.createArrayOf("text", values));
      }
      statement.executeUpdate();
      return Set.of();
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
