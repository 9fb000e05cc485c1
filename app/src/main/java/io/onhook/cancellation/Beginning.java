package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.engine.Cases;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Msisdn;
import io.onhook.vault.Vault;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A cancellation begins: its case, its claim of the line and its receipt, all of them in the
 * caller's transaction.
 */
@Component
final class Beginning {
  private final CancellationStore store;
  private final RequestReceipt receipt;
  private final ObjectProvider<Cases> cases;
  private final Vault vault;

  /**
   * @param cases looked up late: steps begin cases too, and the engine is made of them
   */
  Beginning(DataSource database, RequestReceipt receipt, ObjectProvider<Cases> cases, Vault vault) {
    this.store = new CancellationStore(JdbcClient.create(database));
    this.receipt = receipt;
    this.cases = cases;
    this.vault = vault;
  }

  /**
   * Begins it.
   *
   * @param number of the line
   * @param actor who asked for it
   * @return the case that has the line already, if one has; then the caller must roll back
   */
  Optional<CaseReference> begin(Cancellation it, Msisdn number, Actor actor) {
    CaseId caseId =
        cases.getObject().start(CancellationProcess.CANCELLATION, it.reference().text(), it, actor);
    store.add(
        new CancellationStore.Row(
            it.reference(),
            caseId,
            it.subject().line(),
            it.subject().partyId(),
            actor,
            it.terms().receivedAt()),
        digest(vault, number));
    if (!store.claim(it.subject().line(), it.reference())) {
      return Optional.of(store.open(it.subject().line()).orElseThrow());
    }
    receipt.issue(it);
    return Optional.empty();
  }

  /** By what cases of a number are found, without the number being stored. */
  static String digest(Vault vault, Msisdn number) {
    return vault.digest("cancellation-number", number.e164());
  }
}
