package io.onhook.bar;

import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
final class NoteOverHandler implements WriteHandler<NoteOver> {
  private static final String SQL =
      """
      UPDATE bar.line_bar AS b SET over_at = w.at
        FROM unnest(?::text[], ?::timestamptz[]) AS w (id, at)
       WHERE b.id = ANY (ARRAY[w.id]) AND b.over_at IS NULL
      """;

  @Override
  public Class<NoteOver> type() {
    return NoteOver.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<NoteOver> writes) throws SQLException {
    try (var statement = connection.prepareStatement(SQL)) {
      statement.setArray(
          1, connection.createArrayOf("text", writes.stream().map(NoteOver::id).toArray()));
      statement.setArray(
          2,
          connection.createArrayOf(
              "text", writes.stream().map(write -> write.at().toString()).toArray()));
      statement.executeUpdate();
      return Set.of();
    }
  }
}
