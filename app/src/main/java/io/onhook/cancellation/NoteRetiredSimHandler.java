package io.onhook.cancellation;

import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
final class NoteRetiredSimHandler implements WriteHandler<NoteRetiredSim> {
  /** A card that was retired before stays retired: nothing is lost. */
  private static final String SQL =
      """
      INSERT INTO cancellation.retired_sim (iccid, kind, reference, at)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[])
      ON CONFLICT (iccid) DO NOTHING
      """;

  @Override
  public Class<NoteRetiredSim> type() {
    return NoteRetiredSim.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<NoteRetiredSim> writes)
      throws SQLException {
    List<Function<NoteRetiredSim, String>> columns =
        List.of(
            write -> write.iccid().digits(),
            write -> write.kind().name(),
            write -> write.reference().text(),
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
