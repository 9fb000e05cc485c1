package io.onhook.certificate;

import io.onhook.engine.LocalWrite;
import io.onhook.engine.WriteHandler;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The module without Spring, on a test's database.
 *
 * @param handlers of its local writes, for an engine
 */
public record TestCertificates(
    Certificates certificates,
    Receipts receipts,
    List<WriteHandler<? extends LocalWrite>> handlers,
    TestDatabase database) {
  static final Issuer ISSUER =
      new Issuer("示例移动", "Example Mobile", URI.create("https://mobile.example"), null);

  /** The doors over this database, without a timestamp authority. */
  public static TestCertificates on(TestDatabase database, TestVault vault, Clock clock) {
    return on(database, vault, clock, null);
  }

  static TestCertificates on(
      TestDatabase database, TestVault vault, Clock clock, @Nullable TimestampAuthority authority) {
    var proofs =
        new Proofs(
            vault.vault(),
            new ProofRows(JdbcClient.create(database.application())),
            new Press(new PdfSigner(vault.signer(), authority)),
            ISSUER,
            new SecureRandom(),
            clock);
    return new TestCertificates(
        new Certificates(proofs),
        new Receipts(proofs, database.application(), clock),
        List.of(new IssueProofHandler(), new RevokeProofHandler()),
        database);
  }

  /** Makes writes as the engine does: in one transaction; gives the positions that failed. */
  public Set<Integer> write(List<IssueProof> writes) throws SQLException {
    return write(new IssueProofHandler(), writes);
  }

  void revoke(RevokeProof revocation) throws SQLException {
    write(new RevokeProofHandler(), List.of(revocation));
  }

  private <W extends LocalWrite> Set<Integer> write(WriteHandler<W> handler, List<W> writes)
      throws SQLException {
    try (Connection connection = database.application().getConnection()) {
      connection.setAutoCommit(false);
      Set<Integer> failed = handler.write(connection, writes);
      connection.commit();
      return failed;
    }
  }
}
