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
final class NotePortedOutHandler implements WriteHandler<NotePortedOut> {
  // Found by key: see docs/speed.md, "History".
  private static final String SQL =
      """
      UPDATE number.number AS n SET state = 'ported-out', since = w.at
        FROM unnest(?::text[], ?::timestamptz[]) AS w (msisdn, at)
       WHERE n.msisdn = ANY (ARRAY[w.msisdn]) AND n.state = 'active'
      RETURNING n.msisdn
      """;

  @Override
  public Class<NotePortedOut> type() {
    return NotePortedOut.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<NotePortedOut> writes) throws SQLException {
    try (var statement = connection.prepareStatement(SQL)) {
      statement.setArray(1, texts(connection, writes, write -> write.number().e164()));
      statement.setArray(2, instants(connection, writes, NotePortedOut::at));
      return NumberRows.missed(statement, writes, write -> write.number().e164());
    }
  }
}
