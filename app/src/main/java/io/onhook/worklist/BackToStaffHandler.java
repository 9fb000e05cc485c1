package io.onhook.worklist;

import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Gives work back to staff. */
@Component
final class BackToStaffHandler implements WriteHandler<BackToStaff> {
  private static final String SQL =
      """
      UPDATE worklist.item AS i SET waiting_until = NULL, due_at = w.due_at
        FROM unnest(?::bigint[], ?::text[], ?::timestamptz[]) AS w (case_id, step, due_at)
       WHERE i.case_id = ANY (ARRAY[w.case_id]) AND i.step = w.step
         AND i.done_at IS NULL AND i.waiting_until IS NOT NULL
      """;

  @Override
  public Class<BackToStaff> type() {
    return BackToStaff.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<BackToStaff> writes) throws SQLException {
    List<Function<BackToStaff, Object>> columns =
        List.of(BackToStaff::caseId, BackToStaff::step, BackToStaff::dueAt);
    try (var statement = connection.prepareStatement(SQL)) {
      for (int i = 0; i < columns.size(); i++) {
        Object[] values = writes.stream().map(columns.get(i)).map(Object::toString).toArray();
        statement.setArray(i + 1, connection.createArrayOf("text", values));
      }
      statement.executeUpdate();
      return Set.of();
    }
  }
}
