package io.onhook.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.policy.Packs;
import io.onhook.portal.Samples;
import io.onhook.shared.CaseReference;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DisputeRetentionTest {
  private static final Instant DECIDED = Instant.parse("2026-11-22T10:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(DECIDED);
  private final Random random = new Random(7);
  private final Vault vault = TestVault.on(database).vault();
  private final DisputeRetention retention =
      new DisputeRetention(
          database.application(),
          new Packs(List.of(Samples.PACK), Samples.PACK.id()),
          vault,
          clock);

  private Sealed add(String charge, boolean settled) {
    String reference = CaseReference.random(random).text();
    JdbcClient.create(database.application())
        .sql(
            "INSERT INTO dispute.charge (reference, case_id, line_id, party_id, bill_id, charge_id,"
                + " text, currency, minor, raised_at) VALUES (?, ?, 'L-1', 'P-1', 'B-1', ?,"
                + " 'Roaming', 'CNY', 6400, '2026-11-20T10:00:00Z')")
        .params(reference, charge.hashCode(), charge)
        .update();
    if (settled) {
      JdbcClient.create(database.application())
          .sql(
              "UPDATE dispute.charge SET state = 'dropped', decided_at = '2026-11-22T10:00:00Z',"
                  + " closed_at = '2026-11-22T10:00:01Z' WHERE reference = ?")
          .param(reference)
          .update();
    }
    return vault.seal(KeyName.of("dispute", reference), "I was abroad");
  }

  @Test
  void erasesTheWordsOfWhatIsOverWhenTheirTimeIs() {
    Sealed over = add("R-1", true);
    Sealed open = add("R-2", false);
    clock.advance(Duration.ofDays(300));
    retention.erase();
    assertThat(vault.open(over)).contains("I was abroad");
    clock.advance(Duration.ofDays(100));
    retention.erase();
    assertThat(vault.open(over)).isEmpty();
    assertThat(vault.open(open)).as("nobody has decided").contains("I was abroad");
    retention.erase();
  }
}
