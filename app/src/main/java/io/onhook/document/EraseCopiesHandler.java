package io.onhook.document;

import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
final class EraseCopiesHandler implements WriteHandler<EraseCopies> {
  private static final String SQL =
      """
      UPDATE document.document d SET due_at = least(d.due_at, w.due_at)
      FROM unnest(?::text[], ?::timestamptz[]) w (reference, due_at)
      WHERE d.reference = ANY (ARRAY[w.reference]) AND d.erased_at IS NULL
      """;

  @Override
  public Class<EraseCopies> type() {
    return EraseCopies.class;
  }

  /** Most cases have no papers; then there is nothing to change. */
  @Override
  public Set<Integer> write(Connection connection, List<EraseCopies> writes) throws SQLException {
    try (var onlook = connection.prepareStatement(Onlook.SQL);
        var update = connection.prepareStatement(SQL)) {
      Onlook.RETENTION.bind(onlook);
      onlook.execute();
      update.setArray(
          1,
          connection.createArrayOf(
              "text", writes.stream().map(write -> write.reference().text()).toArray()));
      update.setArray(
          2,
          connection.createArrayOf(
              "text", writes.stream().map(write -> write.dueAt().toString()).toArray()));
      update.executeUpdate();
      return Set.of();
    }
  }
}
