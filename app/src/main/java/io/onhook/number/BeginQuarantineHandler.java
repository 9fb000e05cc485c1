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
final class BeginQuarantineHandler implements WriteHandler<BeginQuarantine> {
  private static final String SQL =
      """
      UPDATE number.number AS n
         SET state = 'quarantine', reference = w.reference, since = w.at,
             rests_until = w.rests_until, port_until = w.port_until
        FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
             AS w (msisdn, reference, at, rests_until, port_until)
       WHERE n.msisdn = ANY (ARRAY[w.msisdn]) AND n.state = 'active'
      RETURNING n.reference
      """;

  @Override
  public Class<BeginQuarantine> type() {
    return BeginQuarantine.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<BeginQuarantine> writes)
      throws SQLException {
    try (var statement = connection.prepareStatement(SQL)) {
      statement.setArray(1, texts(connection, writes, write -> write.number().e164()));
      statement.setArray(2, texts(connection, writes, write -> write.reference().text()));
      statement.setArray(3, instants(connection, writes, BeginQuarantine::at));
      statement.setArray(4, instants(connection, writes, BeginQuarantine::restsUntil));
      statement.setArray(5, instants(connection, writes, BeginQuarantine::portUntil));
      return NumberRows.missed(statement, writes, write -> write.reference().text());
    }
  }
}
