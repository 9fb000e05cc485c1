package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.document.Custody;
import io.onhook.document.Document;
import io.onhook.document.Documents;
import io.onhook.document.Drawer;
import io.onhook.document.SpecimenFiles;
import io.onhook.document.TakeAnswer;
import io.onhook.policy.Paper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Copies of papers go with a request, and are erased when it is decided. */
class CopiesTest {
  private static World world;

  @BeforeAll
  static void start() {
    world = new World("onhook.documents.sweep=50ms");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void areErasedOnceTheRequestIsApproved() {
    Story story = submitted(aLine());
    story.whenApproved();
    World.await("erasing of " + custody(story), () -> erased(story));
    story.expect(LineTrack.SCHEDULED);
  }

  @Test
  void areErasedOnceTheRequestIsNotApproved() {
    Story story = submitted(aLine());
    story.whenNotApproved(ReviewDecision.Reason.DOCUMENT_UNREADABLE, "");
    World.await("erasing of " + custody(story), () -> erased(story));
  }

  @Test
  void areErasedOnceTheRequestIsTakenBack() {
    Story story = submitted(aLine());
    story.expect(LineTrack.IN_REVIEW).at("review");
    assertThat(erased(story)).isFalse();
    story.retract();
    World.await("erasing of " + custody(story), () -> erased(story));
  }

  private static Story submitted(LineFixture line) {
    Story story = Story.given(world, line);
    var drawer = new Drawer("draft-of-" + line.id().value(), line.partyId());
    var documents = world.bean(Documents.class);
    assertThat(documents.take(drawer, Paper.RESIDENT_ID, SpecimenFiles.jpeg(900, 600)))
        .isInstanceOf(TakeAnswer.Taken.class);
    story.whenHolderCancels(drawer);
    assertThat(custody(story).documents()).hasSize(1);
    assertThat(documents.inDrawer(drawer)).isEmpty();
    return story;
  }

  private static boolean erased(Story story) {
    return custody(story).documents().stream().map(Document::erasedAt).noneMatch(at -> at == null);
  }

  private static Custody custody(Story story) {
    return world.bean(Documents.class).custody(story.reference(), story.line.partyId());
  }
}
