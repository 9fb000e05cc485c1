package io.onhook.dispute;

import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Retention;
import io.onhook.vault.KeyName;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases what holders wrote about disputes, and where they were told, once the time of the pack in
 * force is over: each has a key of its own, which is destroyed.
 */
@Component
final class DisputeRetention {
  private final DisputeStore store;
  private final Packs packs;
  private final Vault vault;
  private final Clock clock;

  DisputeRetention(DataSource database, Packs packs, Vault vault, Clock clock) {
    this.store = new DisputeStore(JdbcClient.create(database));
    this.packs = packs;
    this.vault = vault;
    this.clock = clock;
  }

  /** Those whose time is over. */
  void erase() {
    Pack pack = packs.current();
    var rule =
        Objects.requireNonNull(
            pack.retention().get(Retention.Kind.DISPUTE), "checked at the start");
    Instant now = clock.instant();
    for (DisputeStore.Settled it : store.settled()) {
      if (rule.until(it.decidedAt(), pack.days()).isBefore(now)) {
        // The key first: if it ends in between, the next turn does the rest.
        vault.destroy(KeyName.of("dispute", it.reference().text()));
        store.erased(it.reference(), now);
      }
    }
  }
}
