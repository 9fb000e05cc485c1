package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.Story.days;
import static io.onhook.cancellation.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.document.Document;
import io.onhook.document.Documents;
import io.onhook.document.SpecimenFiles;
import io.onhook.document.TakeAnswer;
import io.onhook.notice.Template;
import io.onhook.policy.PackFixture;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.WorkQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reviewer asks the holder for more, and the case comes back, whatever happens. */
class AskingForMoreTest {
  private static final Actor WANG = Actor.staff("wang");
  private static final ReviewDecision YES = new ReviewDecision.Approve("");
  private static final ReviewDecision ASK =
      new ReviewDecision.AskForMore(List.of(Need.BOTH_SIDES, Need.ANSWER), "您改过名字吗？");

  private static World world;

  @BeforeAll
  static void start() {
    world = new World("onhook.documents.sweep=50ms");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Inquiries inquiries(Story story) {
    return story.world.bean(Inquiries.class);
  }

  private static Inquiry open(Story story) {
    return inquiries(story).open(story.reference(), story.holder()).orElseThrow();
  }

  private static InquiryAnswer answer(Story story, Inquiry inquiry, String words) {
    return inquiries(story).answer(story.reference(), inquiry, words, story.holder());
  }

  private static Story asked(World world) {
    Story story = given(world, aLine()).whenHolderCancels().at("review");
    assertThat(story.decide(ASK, Story.REVIEWER)).isEqualTo(new DecideAnswer.Asked());
    return story.expect(LineTrack.YOUR_TURN);
  }

  private static WorkItem work(Story story) {
    return story.world.worklist().ofCase(story.view().caseId()).orElseThrow();
  }

  private static boolean told(Story story, int round) {
    return story
        .world
        .cases()
        .find("notice", story.reference() + "/" + Template.MORE_NEEDED.text() + "-" + round)
        .isPresent();
  }

  @Test
  void theHolderIsToldAnswersAndTheCaseComesBackToItsReview() {
    Story story = asked(world);
    World.await("the notice", () -> told(story, 1));
    assertThat(story.view().next()).contains("more");
    Inquiry inquiry = open(story);
    assertThat(story.view().nextAt()).contains(inquiry.until());
    assertThat(inquiry.words()).isEqualTo("您改过名字吗？");
    assertThat(inquiry.needs()).containsExactly(Need.BOTH_SIDES, Need.ANSWER);
    assertThat(
            story
                .world
                .worklist()
                .open(
                    WorkQuery.decisionsOf(Cancellations.PROCESS).in(WorkQuery.State.WAITING),
                    0,
                    100))
        .extracting(WorkItem::caseId)
        .contains(story.view().caseId());

    assertThat(answer(story, inquiry, " ")).isEqualTo(new InquiryAnswer.Empty());
    assertThat(answer(story, inquiry, "长".repeat(3000))).isEqualTo(new InquiryAnswer.TooLong(2000));
    assertThat(answer(story, inquiry, "没有")).isEqualTo(new InquiryAnswer.Sent());
    story.expect(LineTrack.IN_REVIEW);
    assertThat(work(story).waitingUntil()).isEmpty();
    assertThat(inquiries(story).open(story.reference(), story.holder())).isEmpty();
    assertThat(inquiries(story).of(story.reference(), WANG).getFirst().answer().orElseThrow())
        .satisfies(came -> assertThat(came.words()).isEqualTo("没有"));
    assertThat(answer(story, inquiry, "再来")).isEqualTo(new InquiryAnswer.NotAsked());

    story.whenApproved().expect(LineTrack.SCHEDULED);
  }

  @Test
  void theDaysThatTheHolderTookDoNotCountWhereThePackPauses() {
    // A world of its own: weeks without a holiday lie before it.
    try (var march = new World()) {
      Story story = given(march, aLine()).whenHolderCancels().at("review");
      Instant before = work(story).dueAt();
      assertThat(story.view().dates().decideBy()).isEqualTo(before);
      story.decide(ASK, Story.REVIEWER);
      story.expect(LineTrack.YOUR_TURN).tick(days(7));
      assertThat(answer(story, open(story), "好")).isEqualTo(new InquiryAnswer.Sent());
      story.expect(LineTrack.IN_REVIEW);
      assertThat(work(story).dueAt()).isEqualTo(before.plus(days(7)));
      assertThat(story.view().dates().decideBy()).isEqualTo(before.plus(days(7)));
    }
  }

  @Test
  void silenceBringsItBackToTheReviewer() {
    Story story = asked(world);
    Inquiry inquiry = open(story);
    story.tick(days(15)).expect(LineTrack.IN_REVIEW);
    assertThat(answer(story, inquiry, "太晚了")).isEqualTo(new InquiryAnswer.NotAsked());
    // The day on which it was to end is over: it ends without a stop at which it could be seen.
    story.whenApproved().tickUntil(LineTrack.ENDED);
  }

  @Test
  void canBeAskedAgainAndAgain() {
    Story story = asked(world);
    assertThat(story.decide(ASK, WANG)).isEqualTo(new DecideAnswer.AskedBefore());
    answer(story, open(story), "一");
    story.expect(LineTrack.IN_REVIEW);
    assertThat(story.decide(ASK, WANG)).isEqualTo(new DecideAnswer.Asked());
    story.expect(LineTrack.YOUR_TURN);
    assertThat(open(story).round()).isEqualTo(2);
    World.await("the second notice", () -> told(story, 2));
    answer(story, open(story), "二");
    story.expect(LineTrack.IN_REVIEW);
    assertThat(inquiries(story).of(story.reference(), WANG)).hasSize(2);
  }

  @Test
  void aReviewerNeedNotWaitAndTheHolderIsToldThatNobodyAsksAnyMore() {
    Story story = asked(world);
    Inquiry inquiry = open(story);
    assertThat(story.decide(YES, WANG)).isEqualTo(new DecideAnswer.Decided());
    story.expect(LineTrack.SCHEDULED);
    assertThat(answer(story, inquiry, "好")).isEqualTo(new InquiryAnswer.NotAsked());
  }

  @Test
  void whoIsAskedCanTakeItBack() {
    Story story = asked(world);
    Inquiry inquiry = open(story);
    assertThat(story.retract()).isEqualTo(new RetractAnswer.Retracted());
    story.expect(LineTrack.RETRACTED);
    assertThat(answer(story, inquiry, "好")).isEqualTo(new InquiryAnswer.NotAsked());
    story.tick(days(15)).expect(LineTrack.RETRACTED);
    assertThat(story.world.worklist().ofCase(story.view().caseId())).isEmpty();
  }

  @Test
  void ofTwoAnswersAtOnceOneCounts() throws Exception {
    Story story = asked(world);
    Inquiry inquiry = open(story);
    var start = new CyclicBarrier(2);
    try (var windows = Executors.newFixedThreadPool(2)) {
      Future<InquiryAnswer> one = windows.submit(() -> atOnce(start, story, inquiry, "一"));
      Future<InquiryAnswer> two = windows.submit(() -> atOnce(start, story, inquiry, "二"));
      boolean first = one.get() instanceof InquiryAnswer.Sent;
      assertThat(first ? two.get() : one.get())
          .isIn(new InquiryAnswer.SentBefore(), new InquiryAnswer.NotAsked());
      assertThat(first ? one.get() : two.get()).isEqualTo(new InquiryAnswer.Sent());
      story.expect(LineTrack.IN_REVIEW);
      assertThat(
              inquiries(story)
                  .of(story.reference(), WANG)
                  .getFirst()
                  .answer()
                  .orElseThrow()
                  .words())
          .isEqualTo(first ? "一" : "二");
    }
  }

  private static InquiryAnswer atOnce(
      CyclicBarrier start, Story story, Inquiry inquiry, String words) throws Exception {
    start.await();
    return answer(story, inquiry, words);
  }

  @Test
  void filesGoWithTheAnswerAndAreErasedWhenItIsDecidedHoweverItCameIn() {
    Story story = asked(world);
    Inquiry inquiry = open(story);
    var documents = world.bean(Documents.class);
    var drawer = inquiries(story).drawer(story.reference(), inquiry, story.line.partyId());
    assertThat(documents.take(drawer, inquiry.filedAs(), SpecimenFiles.pdf(2)))
        .isInstanceOf(TakeAnswer.Taken.class);
    assertThat(answer(story, inquiry, "")).isEqualTo(new InquiryAnswer.Sent());
    assertThat(documents.ofCase(story.reference())).hasSize(1);
    story.expect(LineTrack.IN_REVIEW).whenApproved().expect(LineTrack.SCHEDULED);
    World.await(
        "erasing",
        () ->
            documents.ofCase(story.reference()).stream()
                .map(Document::erasedAt)
                .allMatch(at -> at != null));
  }

  @Test
  void isAskedForSomethingOrNotAtAllAndNeverByThoseWhoseCaseItIs() {
    Story story = given(world, aLine()).whenHolderCancels().at("review");
    assertThat(story.decide(new ReviewDecision.AskForMore(List.of(), "?"), WANG))
        .isEqualTo(new DecideAnswer.NeedMissing());
    assertThat(story.decide(new ReviewDecision.AskForMore(List.of(Need.ANSWER), " "), WANG))
        .isEqualTo(new DecideAnswer.NeedMissing());
    assertThat(story.decide(ASK, Actor.staff(story.line.partyId())))
        .isEqualTo(new DecideAnswer.OwnCase());
    world.worklist().claim(work(story).id(), "lin");
    assertThat(story.decide(ASK, WANG)).isEqualTo(new DecideAnswer.ClaimedBy("lin"));
    assertThat(inquiries(story).open(story.reference(), Actor.holder("P-somebody-else"))).isEmpty();
  }

  @Test
  void whatOneOfFourEyesSaidBeforeIsSaidAnew(@TempDir Path folder) throws IOException {
    try (var world = world(folder, mine().with("four-eyes: false", "four-eyes: true"))) {
      Story story = given(world, aLine()).whenHolderCancels().at("review");
      assertThat(story.decide(YES, Story.REVIEWER)).isEqualTo(new DecideAnswer.NeedsSecondPerson());
      assertThat(story.decide(ASK, WANG)).isEqualTo(new DecideAnswer.Asked());
      story.expect(LineTrack.YOUR_TURN);
      answer(story, open(story), "好");
      story.expect(LineTrack.IN_REVIEW);
      assertThat(story.decide(YES, WANG)).isEqualTo(new DecideAnswer.NeedsSecondPerson());
      assertThat(story.decide(YES, WANG)).isEqualTo(new DecideAnswer.SamePerson());
      assertThat(story.decide(YES, Actor.staff(story.line.partyId())))
          .isEqualTo(new DecideAnswer.OwnCase());
      assertThat(story.decide(YES, Story.REVIEWER)).isEqualTo(new DecideAnswer.Decided());
      story.expect(LineTrack.SCHEDULED);
    }
  }

  @Test
  void silenceIsANoWhereThePackSaysSo(@TempDir Path folder) throws IOException {
    try (var world =
        world(folder, mine().with("silence: back-to-review", "silence: not-approved"))) {
      Story story = asked(world).tick(days(15)).expect(LineTrack.NOT_APPROVED);
      var no = Objects.requireNonNull(story.view().notApproved());
      assertThat(no.codes()).containsExactly("more-not-given");
    }
  }

  @Test
  void aClockThatApprovesWaitsForTheMovedDeadline(@TempDir Path folder) throws IOException {
    try (var world = world(folder, mine().with("overdue: escalate", "overdue: approve"))) {
      Story story = given(world, aLine()).whenHolderCancels().at("review");
      Instant first = work(story).dueAt();
      story.decide(ASK, Story.REVIEWER);
      story.expect(LineTrack.YOUR_TURN).tick(days(7));
      Inquiry inquiry = open(story);
      story.tick(days(1));
      assertThat(world.clock.instant()).isAfter(first);
      World.await(
          "the first clock has rung",
          () ->
              world
                  .cases()
                  .find("review-clock", story.reference().text())
                  .flatMap(world.cases()::find)
                  .filter(clock -> clock.ending() != null)
                  .isPresent());
      assertThat(story.view().lineTrack()).isEqualTo(LineTrack.YOUR_TURN);
      assertThat(answer(story, inquiry, "好")).isEqualTo(new InquiryAnswer.Sent());
      story.expect(LineTrack.IN_REVIEW);
      assertThat(work(story).dueAt()).isAfter(world.clock.instant());
      story.tick(days(15));
      World.await(
          "approval by the second clock", () -> story.view().lineTrack() != LineTrack.IN_REVIEW);
    }
  }

  @Test
  void theClockRunsOnWhereThePackSaysSo(@TempDir Path folder) throws IOException {
    try (var world = world(folder, mine().with("clock: pauses", "clock: runs"))) {
      Story story = given(world, aLine()).whenHolderCancels().at("review");
      Instant before = work(story).dueAt();
      story.decide(ASK, Story.REVIEWER);
      story.expect(LineTrack.YOUR_TURN).tick(days(7));
      answer(story, open(story), "好");
      story.expect(LineTrack.IN_REVIEW);
      assertThat(work(story).dueAt()).isEqualTo(before);
      assertThat(world.bean(Packs.class).current().id()).isEqualTo("mine");
    }
  }

  private static PackFixture mine() {
    return PackFixture.defaultPack().with("id: default", "id: mine");
  }

  private static World world(Path folder, PackFixture pack) throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), pack.text());
    return new World("onhook.packs=" + folder, "onhook.pack=mine");
  }
}
