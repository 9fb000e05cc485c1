package io.onhook.visit;

import io.onhook.cancellation.CaseRetention;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases what a visit has sealed, the document's number and the signature, and the digest of a
 * printed code, once its time is over by the pack in force: with its case, or as a draft where it
 * came to none.
 */
@Component
final class VisitRetention {
  /** So long nobody looks at a new visit. */
  static final Duration LOOK = CaseRetention.LOOK;

  private static final int MOST = 200;

  private final VisitStore visits;
  private final PrintedCodeStore codes;
  private final CaseRetention kept;
  private final Vault vault;
  private final Clock clock;

  VisitRetention(DataSource database, CaseRetention kept, Vault vault, Clock clock) {
    var jdbc = JdbcClient.create(database);
    this.visits = new VisitStore(jdbc);
    this.codes = new PrintedCodeStore(jdbc);
    this.kept = kept;
    this.vault = vault;
    this.clock = clock;
  }

  /** Those whose time is over. */
  void erase() {
    Instant now = clock.instant();
    for (Visit visit : visits.toLookAt(now, MOST)) {
      Instant until = kept.until(visit.reference(), visit.beganAt(), now);
      if (until.isAfter(now)) {
        visits.lookAt(visit.id(), until);
      } else {
        // The key first: if it ends in between, the next turn does the rest.
        vault.destroy(Identities.key(visit.id()));
        visit.reference().ifPresent(codes::erase);
        visits.erased(visit.id());
      }
    }
  }
}
