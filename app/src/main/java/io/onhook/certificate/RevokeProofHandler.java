package io.onhook.certificate;

import static io.onhook.certificate.IssueProofHandler.texts;

import io.onhook.engine.WriteHandler;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Revokes many proofs with one statement; none is deleted. */
final class RevokeProofHandler implements WriteHandler<RevokeProof> {
  private static final String SQL =
      """
      INSERT INTO certificate.revocation (number, reason, actor, revoked_at)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[])
      ON CONFLICT (number) DO NOTHING
      """;

  @Override
  public Class<RevokeProof> type() {
    return RevokeProof.class;
  }

  @Override
  public Set<Integer> write(Connection connection, List<RevokeProof> writes) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      texts(statement, 1, writes, write -> write.number().text());
      texts(statement, 2, writes, RevokeProof::reason);
      texts(statement, 3, writes, write -> write.actor().toString());
      texts(statement, 4, writes, write -> write.revokedAt().atOffset(ZoneOffset.UTC).toString());
      statement.executeUpdate();
      return Set.of();
    }
  }
}
