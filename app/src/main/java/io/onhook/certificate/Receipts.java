package io.onhook.certificate;

import io.onhook.shared.CaseReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Signed and dated confirmations that something was received. */
public final class Receipts {
  private final Proofs proofs;
  private final DataSource database;
  private final Clock clock;
  private final IssueProofHandler handler = new IssueProofHandler();

  Receipts(Proofs proofs, DataSource database, Clock clock) {
    this.proofs = proofs;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Issues a receipt in the caller's transaction, so that it exists if and only if what it confirms
   * is durable. Repeated for the same case and topic, it gives the first receipt's number.
   */
  public ProofNumber issue(ReceiptFacts facts) {
    return standing(facts.reference(), facts.topic())
        .orElseGet(
            () -> {
              IssueProof draft = draft(facts);
              return write(draft)
                  ? draft.number()
                  : standing(facts.reference(), facts.topic()).orElseThrow();
            });
  }

  /** A receipt to be issued by a local step's outcome, where none {@link #standing stands}. */
  public IssueProof draft(ReceiptFacts facts) {
    return proofs.draft(
        ProofKind.RECEIPT, facts.reference(), facts.topic(), facts, clock.instant());
  }

  /** The number of the case's receipt on this topic. */
  public Optional<ProofNumber> standing(CaseReference reference, String topic) {
    return proofs.rows().standing(reference, ProofKind.RECEIPT, topic);
  }

  /**
   * The receipt as a signed PDF, as with {@link Certificates#pdf}. {@link Certificates#verify}
   * tells anyone whether its number is real.
   */
  public Optional<byte[]> pdf(CaseReference reference, String topic) {
    return standing(reference, topic)
        .flatMap(number -> proofs.print(number, ReceiptFacts.class, ReceiptSheet::of));
  }

  /**
   * The same for this one time, with more on it that is no part of what was received, and that
   * nobody finds later: the file is kept nowhere.
   */
  public Optional<byte[]> pdfOnce(
      CaseReference reference, String topic, List<ReceiptFacts.Line> more) {
    return standing(reference, topic)
        .flatMap(
            number ->
                proofs.printOnce(
                    number, ReceiptFacts.class, proof -> ReceiptSheet.of(proof, more)));
  }

  private boolean write(IssueProof draft) {
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      return handler.write(connection, List.of(draft)).isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException("The receipt was not written", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }
}
