package io.onhook.bar;

import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
final class LetGoHandler implements WriteHandler<LetGo> {
  private static final String SQL =
      """
      WITH w AS (
        SELECT * FROM unnest(?::text[], ?::text[], ?::bool[]) AS w (line, holder, gone)
      ), held AS MATERIALIZED (
        SELECT l.line, w.holder, w.gone FROM w JOIN bar.line AS l ON l.line = ANY (ARRAY[w.line])
         ORDER BY l.line FOR UPDATE OF l
      ), off AS (
        DELETE FROM bar.hold AS h USING held
         WHERE h.line = held.line AND (held.gone OR h.holder = held.holder)
      )
      DELETE FROM bar.line AS l USING held
       WHERE l.line = held.line
         AND NOT EXISTS (SELECT FROM bar.hold AS h WHERE h.line = held.line
                            AND NOT (held.gone OR h.holder = held.holder))
      """;

  @Override
  public Class<LetGo> type() {
    return LetGo.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<LetGo> writes) throws SQLException {
    try (var statement = connection.prepareStatement(SQL)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "text", writes.stream().map(write -> write.line().value()).toArray()));
      statement.setArray(
          2, connection.createArrayOf("text", writes.stream().map(LetGo::holder).toArray()));
      statement.setArray(
          3, connection.createArrayOf("bool", writes.stream().map(LetGo::lineGone).toArray()));
      statement.executeUpdate();
      return Set.of();
    }
  }
}
