package io.onhook.number;

import static io.onhook.number.NumberRows.instants;
import static io.onhook.number.NumberRows.texts;

import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
final class NoteActiveHandler implements WriteHandler<NoteActive> {
  // Two cases of one batch can name the same number, which one statement can't update twice.
  private static final String SQL =
      """
      INSERT INTO number.number AS n (msisdn, state, since, ported_in)
      SELECT DISTINCT ON (msisdn) msisdn, 'active', at, ported_in
        FROM unnest(?::text[], ?::timestamptz[], ?::boolean[]) AS w (msisdn, at, ported_in)
      ON CONFLICT (msisdn) DO UPDATE
        SET state = 'active', ported_in = excluded.ported_in,
            since = CASE WHEN n.state = 'active' THEN n.since ELSE excluded.since END
        WHERE n.state <> 'quarantine'
      RETURNING msisdn
      """;

  @Override
  public Class<NoteActive> type() {
    return NoteActive.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<NoteActive> writes) throws SQLException {
    try (var statement = connection.prepareStatement(SQL)) {
      statement.setArray(1, texts(connection, writes, write -> write.number().e164()));
      statement.setArray(2, instants(connection, writes, NoteActive::at));
      statement.setArray(3, texts(connection, writes, write -> Boolean.toString(write.portedIn())));
      return NumberRows.missed(statement, writes, write -> write.number().e164());
    }
  }
}
