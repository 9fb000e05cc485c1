package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.LineFixture.cny;
import static io.onhook.cancellation.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.dispute.Contested;
import io.onhook.dispute.DecisionAnswer;
import io.onhook.dispute.Disputes;
import io.onhook.dispute.RaiseAnswer;
import io.onhook.dispute.RaiseDispute;
import io.onhook.settlement.Bill;
import io.onhook.settlement.Quote;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** "I dispute this charge": set aside, while the rest goes on; a person decides. */
class DisputedChargeTest {
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
  void setsTheChargeAsideAndTheLineEndsWithoutItsPayment() {
    LineFixture line = aLine().withArrears(8800);
    Story story = given(world, line);
    assertThat(story.whenHolderCancels().answer()).isInstanceOf(SubmitAnswer.Refused.class);

    CaseReference dispute = raise(line).reference();
    assertThat(disputes().setAside(line.id())).hasSize(1);
    story.whenHolderCancels().whenItsDayComes().tickUntil(LineTrack.ENDED);
    Quote statement = statement(story);
    assertThat(statement.owed()).isEqualTo(cny(8800));
    assertThat(statement.disputed()).isEqualTo(cny(8800));
    assertThat(statement.toPay()).isEqualTo(cny(0));
    assertThat(disputes().ofLine(line.id()))
        .first()
        .satisfies(it -> assertThat(it.reference()).isEqualTo(dispute));
  }

  @Test
  void whatIsNotBilledYetIsSetAsideInTheQuoteAndOnTheFinalBill() {
    LineFixture line = aLine().withUsage(1837);
    Story story = given(world, line);
    assertThat(quote(story, line).toPay()).isEqualTo(cny(1837));

    raise(unbilled(line));
    Quote promised = quote(story, line);
    assertThat(promised.disputed()).isEqualTo(cny(1837));
    assertThat(promised.toPay()).isEqualTo(cny(0));

    story.whenHolderCancels().whenItsDayComes().tickUntil(LineTrack.ENDED);
    Quote statement = statement(story);
    assertThat(statement.owed()).isEqualTo(cny(1837));
    assertThat(statement.disputed()).isEqualTo(cny(1837));
    assertThat(statement.toPay()).isEqualTo(cny(0));
  }

  @Test
  void whatGetsABillMeanwhileStaysTheSameDispute() {
    LineFixture line = aLine().withUsage(2750);
    Story story = given(world, line);
    CaseReference dispute = raise(unbilled(line)).reference();
    line.bills();

    // Nobody asks for it on the bill, and nobody takes it off twice.
    assertThat(quote(story, line).toPay()).isEqualTo(cny(0));
    assertThat(disputes().raise(request(line, "Again"), story.holder()))
        .isInstanceOfSatisfying(
            RaiseAnswer.Before.class,
            before -> assertThat(before.dispute().reference()).isEqualTo(dispute));
    assertThat(story.whenHolderCancels().answer()).isInstanceOf(SubmitAnswer.Submitted.class);

    awaitWaiting(dispute);
    disputes().decide(dispute, false, "The log shows the roaming.", Story.REVIEWER);
    World.await("the decision", () -> disputes().setAside(line.id()).isEmpty());
    assertThat(quote(story, line).toPay()).isEqualTo(cny(2750));
  }

  @Test
  void oneChargeIsOneDisputeHoweverOftenItIsSentAtOnce() throws Exception {
    LineFixture line = aLine().withUsage(990);
    given(world, line);
    var holder = Actor.holder(line.partyId());
    try (var people = Executors.newFixedThreadPool(4)) {
      var answers =
          people.invokeAll(Collections.nCopies(8, () -> disputes().raise(unbilled(line), holder)));
      int raised = 0;
      for (var answer : answers) {
        raised += answer.get() instanceof RaiseAnswer.Raised ? 1 : 0;
      }
      assertThat(raised).isOne();
    }
    assertThat(disputes().ofLine(line.id())).hasSize(1);
  }

  @Test
  void anUpheldChargeIsTakenOffByTheOperatorAndTheHolderIsTold() {
    LineFixture line = aLine().withArrears(1200);
    given(world, line);
    CaseReference dispute = raise(line).reference();
    awaitWaiting(dispute);
    assertThat(disputes().decide(dispute, true, "", Story.REVIEWER))
        .isEqualTo(new DecisionAnswer.Decided());
    World.await("the ticket's end", () -> disputes().setAside(line.id()).isEmpty());
    assertThat(world.operator.effects).anyMatch(effect -> effect.startsWith("uphold"));
    assertThat(disputes().ofLine(line.id()))
        .first()
        .satisfies(it -> assertThat(it.state()).isEqualTo(Contested.State.UPHELD));
    World.await(
        "the notice",
        () -> world.cases().find("notice", dispute.text() + "/dispute-upheld").isPresent());
  }

  @Test
  void aDroppedChargeBlocksAgainAndSaysWhy() {
    LineFixture line = aLine().withArrears(1300);
    Story story = given(world, line);
    CaseReference dispute = raise(line).reference();
    awaitWaiting(dispute);
    assertThat(disputes().decide(dispute, false, " ", Story.REVIEWER))
        .isEqualTo(new DecisionAnswer.WordsMissing());
    assertThat(disputes().decide(dispute, false, "You called from abroad.", Story.REVIEWER))
        .isEqualTo(new DecisionAnswer.Decided());
    World.await("the decision", () -> disputes().setAside(line.id()).isEmpty());
    assertThat(disputes().words(dispute)).contains("You called from abroad.");
    assertThat(story.whenHolderCancels().answer()).isInstanceOf(SubmitAnswer.Refused.class);
    // A charge is disputed once.
    assertThat(disputes().raise(request(line, "Again"), story.holder()))
        .isInstanceOf(RaiseAnswer.Before.class);
  }

  @Test
  void refusesOthersChargesMissingReasonsAndOwnDecisions() {
    LineFixture line = aLine().withArrears(500);
    Story story = given(world, line);
    assertThat(disputes().raise(request(line, "No"), Actor.holder("P-other")))
        .isEqualTo(new RaiseAnswer.NoSuchCharge());
    assertThat(disputes().raise(request(line, " "), story.holder()))
        .isEqualTo(new RaiseAnswer.ReasonMissing());
    CaseReference dispute = raise(line).reference();
    awaitWaiting(dispute);
    assertThat(disputes().decide(dispute, true, "", Actor.staff(line.partyId())))
        .isEqualTo(new DecisionAnswer.OwnCase());
    assertThat(disputes().decide(dispute, true, "", story.holder()))
        .isEqualTo(new DecisionAnswer.NothingToDecide());
  }

  private static Quote statement(Story story) {
    return Objects.requireNonNull(
        world
            .cases()
            .find(story.view().caseId())
            .orElseThrow()
            .state(Cancellation.class)
            .progress()
            .statement());
  }

  private static Disputes disputes() {
    return world.bean(Disputes.class);
  }

  private static Quote quote(Story story, LineFixture line) {
    var checked =
        (CheckAnswer.Checked) world.cancellations().check(line.id(), null, story.holder());
    return checked.eligibility().quote();
  }

  private static Contested raise(LineFixture line) {
    return raise(request(line, "I was not abroad"));
  }

  private static Contested raise(RaiseDispute request) {
    var answer = disputes().raise(request, Actor.holder(holderOf(request)));
    assertThat(answer).isInstanceOf(RaiseAnswer.Raised.class);
    return ((RaiseAnswer.Raised) answer).dispute();
  }

  private static String holderOf(RaiseDispute request) {
    return Objects.requireNonNull(world.operator.lines.get(request.line())).partyId();
  }

  private static RaiseDispute request(LineFixture line, String reason) {
    return new RaiseDispute(
        line.id(), line.arrearsBill(), line.arrearsCharge(), reason, Language.EN);
  }

  private static RaiseDispute unbilled(LineFixture line) {
    return new RaiseDispute(
        line.id(), Bill.UNBILLED, line.arrearsCharge(), "I was not abroad", Language.EN);
  }

  private static void awaitWaiting(CaseReference dispute) {
    World.await(
        "work for a person",
        () ->
            disputes().waiting(100).stream()
                .anyMatch(it -> it.dispute().reference().equals(dispute)));
  }
}
