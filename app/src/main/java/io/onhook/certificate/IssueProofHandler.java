package io.onhook.certificate;

import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Issues many proofs with one statement. */
final class IssueProofHandler implements WriteHandler<IssueProof> {
  private static final String SQL =
      """
      INSERT INTO certificate.proof
             (number, kind, reference, topic, edition, fingerprint, facts, issued_at)
      SELECT w.number, w.kind, w.reference, w.topic, 1 + count(p.number),
             w.fingerprint, w.facts, w.issued_at
        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[],
                    ?::timestamptz[])
             AS w (number, kind, reference, topic, fingerprint, facts, issued_at)
        LEFT JOIN certificate.proof AS p
             ON (p.reference, p.kind, p.topic) = (w.reference, w.kind, w.topic)
        LEFT JOIN certificate.revocation AS r ON r.number = p.number
       GROUP BY w.number, w.kind, w.reference, w.topic, w.fingerprint, w.facts, w.issued_at
      HAVING count(p.number) = count(r.number)
      ON CONFLICT (reference, kind, topic, edition) DO NOTHING
      RETURNING number
      """;

  @Override
  public Class<IssueProof> type() {
    return IssueProof.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<IssueProof> writes) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      texts(statement, 1, writes, write -> write.number().text());
      texts(statement, 2, writes, write -> write.kind().stored());
      texts(statement, 3, writes, write -> write.reference().text());
      texts(statement, 4, writes, IssueProof::topic);
      bytes(statement, 5, writes, write -> HexFormat.of().parseHex(write.fingerprint()));
      bytes(statement, 6, writes, write -> Base64.getDecoder().decode(write.facts().box()));
      texts(statement, 7, writes, write -> write.issuedAt().atOffset(ZoneOffset.UTC).toString());
      Set<String> issued = new HashSet<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          issued.add(rows.getString(1));
        }
      }
      return IntStream.range(0, writes.size())
          .filter(i -> !issued.contains(writes.get(i).number().text()))
          .boxed()
          .collect(Collectors.toSet());
    }
  }

  static <W> void texts(
      PreparedStatement statement, int position, List<W> writes, Function<W, String> field)
      throws SQLException {
    statement.setArray(
        position,
        statement
            .getConnection()
            .createArrayOf("text", writes.stream().map(field).toArray(String[]::new)));
  }

  private static void bytes(
      PreparedStatement statement,
      int position,
      List<IssueProof> writes,
      Function<IssueProof, byte[]> field)
      throws SQLException {
    statement.setArray(
        position,
        statement
            .getConnection()
            .createArrayOf("bytea", writes.stream().map(field).toArray(byte[][]::new)));
  }
}
