package io.onhook.cancellation;

import static io.onhook.cancellation.GateLine.fen;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.policy.Pack;
import io.onhook.policy.PackFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OutlooksTest {
  private static final Pack PACK = PackFixture.defaultPack().load();

  /** Period 1 to 30 November: ten days are over. */
  private static final Instant NOW = Instant.parse("2026-11-10T02:00:00Z");

  @Test
  void usageIsToldAsRateEstimateAndCap() {
    var standing =
        new GateLine()
            .bill("unbilled", "new", "usage", 1000)
            .bill("balance", "new", "prepaid-balance", -5000)
            .standing();
    var eligibility = Eligibility.assess(PACK, standing, NOW, null);
    var usage =
        Objects.requireNonNull(new Outlooks(PACK, standing, NOW).outlook(eligibility).usage());
    assertThat(usage.perDay()).isEqualTo(fen(100));
    assertThat(usage.estimate()).isEqualTo(fen(100 * usage.days()));
    assertThat(usage.cap()).isEqualTo(fen(5000));
  }

  @Test
  void tellsOfEachPossibleEndWhatItCosts() {
    var line = new GateLine();
    line.termEndsOn = LocalDate.of(2026, 12, 20);
    line.termFee = fen(24000);
    var standing = line.standing();
    var choices =
        new Outlooks(PACK, standing, NOW)
            .outlook(Eligibility.assess(PACK, standing, NOW, null))
            .choices();
    assertThat(choices)
        .extracting(Outlook.EndChoice::key)
        .containsExactly("earliest", "period-end", "term-end");
    assertThat(choices).extracting(it -> it.toPay().minor()).containsExactly(24000L, 24000L, 0L);
    assertThat(choices.getLast().lastDay()).isEqualTo(LocalDate.of(2026, 12, 20));
  }
}
