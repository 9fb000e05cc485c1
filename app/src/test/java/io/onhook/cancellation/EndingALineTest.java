package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.LineFixture.cny;
import static io.onhook.cancellation.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.CancellationRefusal.KeyReused;
import io.onhook.cancellation.CancellationRefusal.NoSuchLine;
import io.onhook.line.Line;
import io.onhook.network.Subscriber;
import io.onhook.number.NumberState;
import io.onhook.number.Numbers;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.shared.Msisdn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whole cases, on the real engine and database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndingALineTest {
  private final World world = new World();

  @BeforeEach
  void heal() {
    world.operator.loses.clear();
    world.operator.down = false;
  }

  @AfterAll
  void stop() {
    world.close();
  }

  private Story given(LineFixture line) {
    return Story.given(world, line);
  }

  @Test
  void endsALineAndSendsTheCreditBack() {
    var story =
        given(aLine().withBalance(3650))
            .whenHolderCancels()
            .whenItsDayComes()
            .expect(LineTrack.ENDED)
            .expect(MoneyTrack.ON_ITS_WAY);

    // The refund goes its own way, and may be there first.
    World.await(
        "the last step",
        () -> world.cases().find(story.view().caseId()).orElseThrow().ending() != null);
    story.effects("announce-end", "bar", "final-bill", "delete", "end");
    assertThat(world.operator.effects).contains("refund CNY 36.50");
    assertThat(world.operator.subscribers).doesNotContainKey(story.line.imsi());
    assertThat(story.line.status).isEqualTo(Line.Status.TERMINATED);
    assertThat(number(story)).isEqualTo(NumberState.QUARANTINE);

    CancellationView view = story.view();
    assertThat(view.certificate()).isPresent();
    assertThat(view.refund()).contains(cny(3650));
    assertThat(view.retractable()).isFalse();
    assertThat(view.steps())
        .allMatch(step -> step.state() == StepView.State.DONE && step.at() != null);
    for (String template :
        List.of("received", "not-you-object-1", "approved", "last-sms", "ended")) {
      assertThat(told(story, template)).as(template).isTrue();
    }

    var refund = world.cases().find("refund", story.reference().text()).orElseThrow();
    assertThat(world.cancellations().find(refund).map(CancellationView::reference))
        .contains(story.reference());

    world.operator.confirmRefunds();
    story.tick(Duration.ofMinutes(15)).expect(MoneyTrack.ARRIVED);
    World.await("word of the money", () -> told(story, "refund-arrived"));

    story.tick(days(91));
    World.await("the number to be free", () -> number(story) == NumberState.FREE);
  }

  @Test
  void asksBeforeItRepeatsWhateverAnswerIsLost() {
    var line = aLine().withBalance(777);
    world.operator.loses.addAll(
        List.of("announce-end", "bar", "final-bill", "delete", "end", "refund"));
    var story = given(line).whenHolderCancels().whenApproved();
    story.tickUntil(LineTrack.ENDED).tickUntil(MoneyTrack.ON_ITS_WAY);
    story.effects("announce-end", "bar", "final-bill", "delete", "end");
    assertThat(world.operator.effects).containsOnlyOnce("refund CNY 7.77");
  }

  @Test
  void leavesAllAsItWasWhenRetractedBeforeTheEndDate() {
    var story = given(aLine().withBalance(100)).whenHolderCancels().whenApproved();
    story.at("withdrawal-window");
    assertThat(story.view().retractable()).isTrue();
    assertThat(story.retract()).isEqualTo(new RetractAnswer.Retracted());

    story.expect(LineTrack.RETRACTED).expect(MoneyTrack.NOTHING_OPEN);
    World.await("the line to be free", () -> open(story).isEmpty());
    story.effects("announce-end", "withdraw-end");
    assertThat(story.line.status).isEqualTo(Line.Status.ACTIVE);
    assertThat(story.step("announce-end").state()).isEqualTo(StepView.State.UNDONE);
    assertThat(story.retract()).isEqualTo(new RetractAnswer.AlreadyRetracted());
    World.await("word of it", () -> told(story, "retracted"));
  }

  @Test
  void givesBackWhatTheBarTookWhenRetractedWhileDuesAreOpen() {
    var line = aLine();
    var story = given(line);
    var before = new Subscriber(line.imsi(), line.number().digits(), false, true);
    world.operator.subscribers.put(line.imsi(), before);
    line.balances.add(
        new io.onhook.settlement.Bill.Charge("usage", "Calls since the last bill", cny(5000)));

    story.whenHolderCancels().whenItsDayComes().expect(LineTrack.YOUR_TURN);
    story.expect(MoneyTrack.TO_PAY);
    assertThat(world.operator.subscribers.get(line.imsi()).barred()).isTrue();

    assertThat(story.retract()).isEqualTo(new RetractAnswer.Retracted());
    story.expect(LineTrack.RETRACTED);
    World.await("the line to be free", () -> open(story).isEmpty());
    assertThat(world.operator.subscribers).containsEntry(line.imsi(), before);
    assertThat(story.effects()).contains("bar", "restore", "withdraw-end");
    assertThat(world.operator.effects).contains("cancel-bill final/" + line.id());
  }

  @Test
  void takesBackAFinalBillOfWhichTheOperatorKnewNothingWhenAsked() {
    var story = given(aLine().withBalance(100)).whenHolderCancels();
    world.operator.loses.add("final-bill");
    world.operator.forgetsBill = true;
    story.whenItsDayComes().at("final-bill");
    assertThat(story.retract()).isEqualTo(new RetractAnswer.Retracted());
    story.expect(LineTrack.RETRACTED);
    World.await("the line to be free", () -> open(story).isEmpty());
    assertThat(world.operator.effects).contains("cancel-bill final/" + story.line.id());
    assertThat(story.effects()).contains("restore", "withdraw-end");
  }

  @Test
  void goesOnWhenDuesArePaid() {
    var line = aLine();
    line.balances.add(
        new io.onhook.settlement.Bill.Charge("usage", "Calls since the last bill", cny(5000)));
    var story = given(line).whenHolderCancels().whenItsDayComes().expect(LineTrack.YOUR_TURN);

    world.operator.bills.computeIfPresent(
        "final/" + line.id(),
        (id, bill) ->
            new io.onhook.settlement.Bill(
                id, "settled", bill.charges(), cny(0), bill.billedAt(), true));
    story.tick(Duration.ofHours(1)).expect(LineTrack.ENDED).expect(MoneyTrack.NOTHING_OPEN);
  }

  @Test
  void aRetractionBehindThePointOfNoReturnIsTooLate() {
    var story = given(aLine().withBalance(1)).whenHolderCancels().whenItsDayComes();
    story.expect(LineTrack.ENDED);
    World.await("the case to be over", () -> open(story).isEmpty());
    assertThat(story.retract()).isEqualTo(new RetractAnswer.AlreadyEnded());
  }

  @Test
  void tellsWhyItIsNotApprovedAndLeavesTheLine() {
    var story =
        given(aLine())
            .whenHolderCancels()
            .whenNotApproved(ReviewDecision.Reason.DOCUMENT_UNREADABLE, "请重拍反面")
            .expect(LineTrack.NOT_APPROVED);

    var why = story.view().notApproved();
    assertThat(why)
        .isEqualTo(new CancellationView.NotApproved(List.of("document-unreadable"), "请重拍反面"));
    World.await("the line to be free", () -> open(story).isEmpty());
    story.effects();
    World.await("word of it", () -> told(story, "not-approved"));
    assertThat(story.whenAgain("again")).isInstanceOf(SubmitAnswer.Submitted.class);
  }

  @Test
  void nobodyDecidesTheirOwnCase() {
    var story = given(aLine());
    var clerk = Actor.staff("clerk");
    var reference =
        ((SubmitAnswer.Submitted) submit(story, story.request(), clerk, "k")).reference();
    World.await(
        "review",
        () -> world.cancellations().find(reference, clerk).orElseThrow().decision().isPresent());
    assertThat(world.cancellations().decide(reference, new ReviewDecision.Approve(""), clerk))
        .isEqualTo(new DecideAnswer.OwnCase());
    assertThat(
            world
                .cancellations()
                .decide(reference, new ReviewDecision.NotApprove(List.of(), ""), Story.REVIEWER))
        .isEqualTo(new DecideAnswer.ReasonMissing());
  }

  @Test
  void aSecondRequestLeadsToTheFirst() {
    var story = given(aLine()).whenHolderCancels();
    assertThat(story.whenAgain("another key"))
        .isEqualTo(new SubmitAnswer.AlreadyOpen(story.reference()));
  }

  @Test
  void theSameKeyGivesTheFirstAnswerAndAnotherBodyIsRefused() {
    var story = given(aLine()).whenHolderCancels();
    var first = (SubmitAnswer.Submitted) story.answer();
    assertThat(world.cancellations().submit(story.request(), story.holder(), "key-" + story.line.n))
        .isEqualTo(
            new SubmitAnswer.Submitted(first.reference(), first.receivedAt(), first.dates(), true));

    var it = story.request();
    var other =
        new CancelLine(
            it.line(),
            it.holderName(),
            it.documentKind(),
            it.documentNumber(),
            it.endsOn(),
            it.contact(),
            "another token",
            Language.EN,
            it.way());
    assertThat(world.cancellations().submit(other, story.holder(), "key-" + story.line.n))
        .isEqualTo(new SubmitAnswer.Refused(List.of(new KeyReused())));
  }

  @Test
  void anotherHoldersLineDoesNotExist() {
    var story = given(aLine()).whenHolderCancels();
    var stranger = Actor.holder("P-stranger");
    assertThat(submit(story, story.request(), stranger, "k"))
        .isEqualTo(new SubmitAnswer.Refused(List.of(new NoSuchLine())));
    assertThat(world.cancellations().check(story.line.id(), null, stranger))
        .isEqualTo(new CheckAnswer.NoSuchLine());
    assertThat(world.cancellations().find(story.reference(), stranger)).isEmpty();
    assertThat(world.cancellations().retract(story.reference(), stranger))
        .isEqualTo(new RetractAnswer.NoSuchCase());
    Optional<Msisdn> number = world.cancellations().number(story.reference(), story.holder());
    assertThat(number).contains(story.line.number());
  }

  @Test
  void everyBlockerIsToldAtOnce() {
    var line = aLine().withPortOutOpen();
    var story = given(line);
    var it = story.request();
    var other =
        new CancelLine(
            it.line(),
            "李四",
            it.documentKind(),
            it.documentNumber(),
            it.endsOn(),
            it.contact(),
            it.refundAccount(),
            it.language(),
            it.way());
    var refused = (SubmitAnswer.Refused) submit(story, other, story.holder(), "k");
    assertThat(refused.because())
        .extracting(CancellationRefusal::code)
        .containsExactlyInAnyOrder("gate.port-out-open", "gate.identity-mismatch");
  }

  @Test
  void nothingIsTakenInWhileTheOperatorCantBeAsked() {
    var story = given(aLine());
    world.operator.down = true;
    try {
      assertThat(story.whenHolderCancels().answer())
          .isInstanceOf(SubmitAnswer.PartnerUnavailable.class);
    } finally {
      world.operator.down = false;
    }
    assertThat(story.whenHolderCancels().answer()).isInstanceOf(SubmitAnswer.Submitted.class);
  }

  @Test
  void aForeignSubscriberIsNeverTouched() {
    var line = aLine();
    var story = given(line).whenHolderCancels().whenApproved().at("withdrawal-window");
    world.operator.subscribers.put(
        line.imsi(), new Subscriber(line.imsi(), "8619900099999", true, true));
    story.tick(days(4)).at("look-up-subscriber");
    assertThat(story.step("look-up-subscriber").why()).isEqualTo("sim-has-another-number");
    story.effects("announce-end");
    assertThat(world.worklist().ofCase(story.view().caseId())).isPresent();
  }

  private SubmitAnswer submit(Story story, CancelLine request, Actor actor, String key) {
    return world.cancellations().submit(request, actor, key + "/" + story.line.n);
  }

  private NumberState number(Story story) {
    return world.bean(Numbers.class).find(story.line.number()).orElseThrow().state();
  }

  private Optional<?> open(Story story) {
    var check = world.cancellations().check(story.line.id(), null, story.holder());
    return ((CheckAnswer.Checked) check).open();
  }

  private boolean told(Story story, String template) {
    return world.cases().find("notice", story.reference().text() + "/" + template).isPresent();
  }
}
