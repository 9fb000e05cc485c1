package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.policy.Fate;
import io.onhook.shared.CaseReference;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Secondary SIMs and bundles: a choice for each, and all wait until all are ready. */
class FamilyTest {
  private static World world;

  @BeforeAll
  static void start() {
    world = new World();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void refusesWhileNothingIsDecidedOrSomethingThatThePackDoesNotOffer() {
    LineFixture child = aLine();
    LineFixture main = aLine().withSecondary(child);
    world.operator.add(child);
    Story story = given(world, main);
    assertThat(story.whenHolderCancels().answer()).isInstanceOf(SubmitAnswer.Refused.class);
    story.deciding(Map.of(child.id().value(), Fate.KEEP));
    assertThat(story.whenHolderCancels().answer()).isInstanceOf(SubmitAnswer.Refused.class);
  }

  @Test
  void aSecondaryThatEndsTooHasACaseOfItsOwnAndBothEndTogether() {
    LineFixture child = aLine();
    LineFixture main = aLine().withSecondary(child);
    world.operator.add(child);
    Story story =
        given(world, main).deciding(Map.of(child.id().value(), Fate.CANCEL)).whenHolderCancels();
    CaseReference own = childOf(story);
    assertThat(view(story, own).bound().main()).contains(story.reference());
    assertThat(view(story, own).dates()).isEqualTo(story.view().dates());
    story.whenItsDayComes();
    // The child is not approved yet: the main line is barred and waits, and can be taken back.
    story.at(AwaitFamily.STEP);
    assertThat(story.view().retractable()).isTrue();
    assertThat(world.cancellations().decide(own, new ReviewDecision.Approve(""), Story.REVIEWER))
        .isEqualTo(new DecideAnswer.Decided());
    World.await(
        "both ends",
        () -> {
          world.tick(Duration.ofMinutes(1));
          return story.view().lineTrack() == LineTrack.ENDED
              && view(story, own).lineTrack() == LineTrack.ENDED;
        });
    assertThat(story.effects()).contains("delete", "end");
  }

  @Test
  void takingTheMainLineBackTakesTheChildBack() {
    LineFixture child = aLine();
    LineFixture main = aLine().withSecondary(child);
    world.operator.add(child);
    Story story =
        given(world, main)
            .deciding(Map.of(child.id().value(), Fate.CANCEL))
            .whenHolderCancels()
            .expect(LineTrack.IN_REVIEW);
    CaseReference own = childOf(story);
    assertThat(story.retract()).isEqualTo(new RetractAnswer.Retracted());
    story.expect(LineTrack.RETRACTED);
    World.await("the child", () -> view(story, own).lineTrack() == LineTrack.RETRACTED);
  }

  @Test
  void whatGoesOnIsPartedBeforeTheLineEnds() {
    LineFixture child = aLine();
    LineFixture main = aLine().withSecondary(child).withBundled("X-1").withBundled("X-2");
    world.operator.add(child);
    Story story =
        given(world, main)
            .deciding(
                Map.of(child.id().value(), Fate.PROMOTE, "X-1", Fate.CANCEL, "X-2", Fate.KEEP))
            .whenHolderCancels()
            .whenItsDayComes()
            .at(AwaitFamily.STEP)
            .tickUntil(LineTrack.ENDED);
    assertThat(world.operator.effects)
        .containsOnlyOnce("detach " + child.id(), "detach X-1", "detach X-2", "end-product X-1")
        .doesNotContain("end-product X-2");
    int parted = world.operator.effects.indexOf("detach " + child.id());
    int ended = world.operator.effects.indexOf("delete " + main.imsi().digits());
    assertThat(parted).isLessThan(ended);
    assertThat(world.operator.lines.get(child.id())).isNotNull();
    assertThat(story.view().bound().dependants()).hasSize(3);
  }

  private static CaseReference childOf(Story story) {
    return story.view().bound().dependants().getFirst().reference().orElseThrow();
  }

  private static CancellationView view(Story story, CaseReference reference) {
    return world.cancellations().find(reference, story.holder()).orElseThrow();
  }
}
