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
final class ReleaseNumberHandler implements WriteHandler<ReleaseNumber> {
  private static final String SQL =
      """
      UPDATE number.number AS n
         SET state = CASE WHEN n.ported_in THEN 'returned' ELSE 'free' END, since = w.at
        FROM unnest(?::text[], ?::timestamptz[]) AS w (reference, at)
       WHERE n.reference = ANY (ARRAY[w.reference]) AND n.state = 'quarantine' AND n.rests_until <= w.at
      RETURNING n.reference
      """;

  @Override
  public Class<ReleaseNumber> type() {
    return ReleaseNumber.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<ReleaseNumber> writes) throws SQLException {
    try (var statement = connection.prepareStatement(SQL)) {
      statement.setArray(1, texts(connection, writes, ReleaseNumber::key));
      statement.setArray(2, instants(connection, writes, ReleaseNumber::at));
      return NumberRows.missed(statement, writes, ReleaseNumber::key);
    }
  }
}
