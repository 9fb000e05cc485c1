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
import io.onhook.settlement.Quote;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.util.Objects;
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

  private static Contested raise(LineFixture line) {
    var answer = disputes().raise(request(line, "I was not abroad"), Actor.holder(line.partyId()));
    assertThat(answer).isInstanceOf(RaiseAnswer.Raised.class);
    return ((RaiseAnswer.Raised) answer).dispute();
  }

  private static RaiseDispute request(LineFixture line, String reason) {
    return new RaiseDispute(
        line.id(), line.arrearsBill(), line.arrearsCharge(), reason, Language.EN);
  }

  private static void awaitWaiting(CaseReference dispute) {
    World.await(
        "work for a person",
        () ->
            disputes().waiting(100).stream()
                .anyMatch(it -> it.dispute().reference().equals(dispute)));
  }
}
