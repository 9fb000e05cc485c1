package io.onhook.cancellation;

import static io.onhook.cancellation.GateLine.fen;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.policy.PackFixture;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Cases store findings and quotes, so they must come back as they were. */
class EligibilityJsonTest {
  @Test
  void comesBackAsItWas() {
    var line = new GateLine();
    line.bill("B-1", "sent", "plan", 5900).bill("unbilled", "new", "prepaid-balance", -9000);
    line.termEndsOn = LocalDate.of(2027, 1, 31);
    line.termFee = fen(12000);
    Eligibility answer =
        Eligibility.assess(
            PackFixture.defaultPack().load(),
            line.standing(),
            Instant.parse("2026-11-22T02:00:00Z"),
            null);
    JsonMapper mapper = JsonMapper.builder().build();
    assertThat(mapper.readValue(mapper.writeValueAsString(answer), Eligibility.class))
        .isEqualTo(answer);
  }
}
