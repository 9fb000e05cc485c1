package io.onhook.cancellation;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.policy.Switching;
import io.onhook.shared.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the pack takes applications, whoever redeems a code applies for nothing. */
class SwitchAmongApplicationsTest {
  private static final Actor HUB = Actor.staff("porting-hub");
  private static final String PACK =
      """
      from: { id: default, version: 1 }
      id: both
      version: 1
      name: { zh-CN: 申请与转网, en: Applications and switching }
      switching:
        codes: [stac]
        good-for: 30 days
        ends-within: 1 working day
      """;

  @TempDir private Path packs;

  @Test
  void aRedeemedCodeWaitsForNoReview() throws IOException {
    Files.writeString(packs.resolve("both.yaml"), PACK);
    try (var world = new World("onhook.packs=" + packs, "onhook.pack=both")) {
      LineFixture line = LineFixture.aLine();
      world.operator.add(line);
      var given =
          (SwitchAnswer.Given)
              world
                  .bean(SwitchCodes.class)
                  .ask(line.id(), Switching.Code.STAC, Actor.holder(line.partyId()));
      var redeemed =
          (RedeemAnswer.Redeemed)
              world
                  .bean(Redeeming.class)
                  .redeem(line.number(), Objects.requireNonNull(given.code()), HUB);
      world.tick(ofDays(4));
      World.await(
          "the end of the line",
          () -> {
            world.tick(ofSeconds(10));
            return world.cancellations().find(redeemed.reference(), HUB).orElseThrow().lineTrack()
                == LineTrack.ENDED;
          });
      assertThat(world.operator.effects).anyMatch(it -> it.endsWith(line.imsi().digits()));
    }
  }
}
