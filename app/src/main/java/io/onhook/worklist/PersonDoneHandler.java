package io.onhook.worklist;

import io.onhook.engine.PersonDone;
import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Closes work when the case no longer waits for a person. */
@Component
final class PersonDoneHandler implements WriteHandler<PersonDone> {
  private static final String SQL =
      """
      UPDATE worklist.item AS i SET done_at = w.at
        FROM unnest(?::bigint[], ?::text[], ?::timestamptz[]) AS w (case_id, step, at)
       WHERE i.case_id = ANY (ARRAY[w.case_id]) AND i.step = w.step AND i.done_at IS NULL
      """;

  @Override
  public Class<PersonDone> type() {
    return PersonDone.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<PersonDone> writes) throws SQLException {
    try (var statement = connection.prepareStatement(SQL)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "bigint", writes.stream().map(write -> write.caseId().value()).toArray()));
      statement.setArray(
          2, connection.createArrayOf("text", writes.stream().map(PersonDone::step).toArray()));
      statement.setArray(
          3,
          connection.createArrayOf(
              "text", writes.stream().map(write -> write.at().toString()).toArray()));
      statement.executeUpdate();
      return Set.of();
    }
  }
}
