package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.CancellationRefusal.CopyMissing;
import io.onhook.cancellation.SubmitAnswer.Refused;
import io.onhook.document.Custody;
import io.onhook.document.Document;
import io.onhook.document.Documents;
import io.onhook.document.Drawer;
import io.onhook.document.SpecimenFiles;
import io.onhook.document.TakeAnswer;
import io.onhook.policy.Paper;
import java.util.List;
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

  @Test
  void areAskedOfWhoAsksOnline() {
    Story story = Story.given(world, aLine());
    Drawer drawer = drawer(story.line);
    story.whenHolderCancels(drawer);
    assertThat(story.answer())
        .isEqualTo(new Refused(List.of(new CopyMissing(Paper.RESIDENT_ID, 2))));

    take(drawer, Paper.PASSPORT, SpecimenFiles.pdf(2));
    take(drawer, Paper.RESIDENT_ID, SpecimenFiles.jpeg(900, 600));
    story.whenHolderCancels(drawer);
    assertThat(story.answer())
        .isEqualTo(new Refused(List.of(new CopyMissing(Paper.RESIDENT_ID, 1))));

    take(drawer, Paper.RESIDENT_ID, SpecimenFiles.jpeg(900, 600));
    story.whenHolderCancels(drawer);
    assertThat(story.answer()).isInstanceOf(SubmitAnswer.Submitted.class);
    story.whenHolderCancels(drawer);
    assertThat(story.answer())
        .as("the same again, its drawer being empty by now")
        .isInstanceOf(SubmitAnswer.Submitted.class);
  }

  @Test
  void areNotTakenFromAnothersDrawer() {
    Story story = Story.given(world, aLine());
    take(drawer(story.line), Paper.RESIDENT_ID, SpecimenFiles.pdf(2));
    story.whenHolderCancels(new Drawer(drawer(story.line).draft(), "P-somebody-else"));
    assertThat(story.answer())
        .isEqualTo(new Refused(List.of(new CopyMissing(Paper.RESIDENT_ID, 2))));
  }

  @Test
  void areNotAskedOfAProgramNorAtABranch() {
    Story story = Story.given(world, aLine());
    story.whenHolderCancels();
    assertThat(story.answer()).isInstanceOf(SubmitAnswer.Submitted.class);
  }

  private static Story submitted(LineFixture line) {
    Story story = Story.given(world, line);
    Drawer drawer = drawer(line);
    take(drawer, Paper.RESIDENT_ID, SpecimenFiles.pdf(2));
    story.whenHolderCancels(drawer);
    assertThat(custody(story).documents()).hasSize(1);
    assertThat(world.bean(Documents.class).inDrawer(drawer)).isEmpty();
    return story;
  }

  private static Drawer drawer(LineFixture line) {
    return new Drawer("draft-of-" + line.id().value(), line.partyId());
  }

  private static void take(Drawer drawer, Paper paper, byte[] file) {
    assertThat(world.bean(Documents.class).take(drawer, paper, file))
        .isInstanceOf(TakeAnswer.Taken.class);
  }

  private static boolean erased(Story story) {
    return custody(story).documents().stream().map(Document::erasedAt).noneMatch(at -> at == null);
  }

  private static Custody custody(Story story) {
    return world.bean(Documents.class).custody(story.reference(), story.line.partyId());
  }
}
