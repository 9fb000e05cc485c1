package io.onhook.worklist;

import io.onhook.engine.PersonNeeded;
import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Raises work when a case starts to wait for a person. */
@Component
final class PersonNeededHandler implements WriteHandler<PersonNeeded> {
  private static final String SQL =
      """
      INSERT INTO worklist.item (case_id, process, step, kind, why, since, due_at, label)
      SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                           ?::timestamptz[], ?::timestamptz[], ?::text[])
      ON CONFLICT (case_id, step) WHERE done_at IS NULL DO UPDATE SET why = excluded.why
      """;

  private final WorkDeadline deadline;

  PersonNeededHandler(WorkDeadline deadline) {
    this.deadline = deadline;
  }

  @Override
  public Class<PersonNeeded> type() {
    return PersonNeeded.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<PersonNeeded> writes) throws SQLException {
    List<Function<PersonNeeded, Object>> columns =
        List.of(
            write -> write.caseId().toString(),
            PersonNeeded::process,
            PersonNeeded::step,
            write -> kind(write).name(),
            PersonNeeded::why,
            PersonNeeded::since,
            write -> deadline.of(write, kind(write)),
            PersonNeeded::label);
    try (var statement = connection.prepareStatement(SQL)) {
      for (int i = 0; i < columns.size(); i++) {
        Object[] values = writes.stream().map(columns.get(i)).map(Object::toString).toArray();
        statement.setArray(i + 1, connection.createArrayOf("text", values));
      }
      statement.executeUpdate();
      return Set.of();
    }
  }

  private static WorkItem.Kind kind(PersonNeeded write) {
    return write.decision() ? WorkItem.Kind.DECISION : WorkItem.Kind.PARKED;
  }
}
