package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.Story.days;
import static io.onhook.cancellation.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.policy.Gate;
import io.onhook.policy.GateEffect;
import io.onhook.policy.PackFixture;
import io.onhook.shared.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same process under rules of other places. */
class OtherPacksTest {
  @TempDir Path folder;

  @Test
  void aDeclarationIsNotDecided() throws IOException {
    var pack =
        mine()
            .with("kind: application", "kind: declaration")
            .with("dues-block: true", "dues-block: false")
            .gate(Gate.ARREARS, GateEffect.WARNS)
            .gate(Gate.BUNDLE, GateEffect.WARNS)
            .gate(Gate.HOLDER_DECEASED, GateEffect.WARNS);
    try (var world = world(pack)) {
      given(world, aLine())
          .whenHolderCancels()
          .expect(LineTrack.SCHEDULED)
          .tick(days(4))
          .lastWords()
          .expect(LineTrack.ENDED);
    }
  }

  @Test
  void fourEyesAreTwoPeople() throws IOException {
    try (var world = world(mine().with("four-eyes: false", "four-eyes: true"))) {
      var story = given(world, aLine()).whenHolderCancels().at("review");
      var yes = new ReviewDecision.Approve("");
      assertThat(story.decide(yes, Story.REVIEWER)).isEqualTo(new DecideAnswer.NeedsSecondPerson());
      assertThat(story.decide(yes, Story.REVIEWER)).isEqualTo(new DecideAnswer.SamePerson());
      assertThat(story.decide(yes, Actor.staff("wang"))).isEqualTo(new DecideAnswer.Decided());
      story.expect(LineTrack.SCHEDULED);
    }
  }

  @Test
  void silenceIsApprovalWhereThePackSaysSo() throws IOException {
    try (var world = world(mine().with("overdue: escalate", "overdue: approve"))) {
      given(world, aLine())
          .whenHolderCancels()
          .at("review")
          .tick(days(8))
          .at("last-words")
          .expect(LineTrack.BEING_ENDED);
    }
  }

  private static PackFixture mine() {
    return PackFixture.defaultPack().with("id: default", "id: mine");
  }

  private World world(PackFixture pack) throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), pack.text());
    return new World("onhook.packs=" + folder, "onhook.pack=mine");
  }
}
