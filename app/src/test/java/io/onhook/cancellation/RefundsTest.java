package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.LineFixture.cny;
import static io.onhook.cancellation.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.engine.CaseView;
import io.onhook.engine.PersonAnswer;
import io.onhook.engine.SignalAnswer;
import io.onhook.worklist.WorkItem;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refunds that arrive, bounce or are late: our record beside the bank's word. */
class RefundsTest {
  private final World world = new World();
  private final Refunds refunds = world.bean(Refunds.class);

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aRefundThatBouncedWaitsForAPersonAtTheBanksWord() {
    var story = onItsWay(3650);
    world.operator.say("declined");
    story.tick(Duration.ofHours(6));
    World.await("a person's work", () -> refund(story).standing() == CaseView.Standing.PARKED);

    assertThat(refund(story).why()).isEqualTo("refund-declined");
    assertThat(world.clock.instant()).isBefore(refund(story).state(Refund.class).dueAt());
    assertThat(world.worklist().ofCase(refund(story).id()).map(WorkItem::why))
        .contains("refund-declined");
    assertThat(refunds.bank(story.reference())).isEqualTo(BankWord.CAME_BACK);
    assertThat(refunds.outstanding(10))
        .containsExactly(
            new RefundView(
                story.reference(),
                refund(story).id(),
                cny(3650),
                refund(story).state(Refund.class).dueAt(),
                RefundView.Standing.STUCK,
                Optional.of("refund-declined")));
    // Readable from both ends, and nothing says that the money is there, or comes by itself.
    assertThat(story.view().next()).contains("refund-stopped");
    assertThat(story.view().lineTrack()).isEqualTo(LineTrack.ENDED);
    assertThat(story.view().moneyTrack()).isEqualTo(MoneyTrack.ON_ITS_WAY);
    assertThat(world.cancellations().find(refund(story).id()).map(CancellationView::reference))
        .contains(story.reference());
    assertThat(world.operator.effects).containsOnlyOnce("refund CNY 36.50");
  }

  @Test
  void askedAgainABouncedRefundIsNotPaidTwice() {
    var story = onItsWay(777);
    world.operator.say("returned");
    story.tick(Duration.ofHours(6));
    World.await("a person's work", () -> refund(story).standing() == CaseView.Standing.PARKED);
    int before = refund(story).sequence();

    assertThat(retry(story)).isInstanceOf(SignalAnswer.Accepted.class);
    World.await(
        "a person's work again",
        () ->
            refund(story).sequence() > before + 1
                && refund(story).standing() == CaseView.Standing.PARKED);
    assertThat(refund(story).why()).isEqualTo("refund-returned");

    // The bank may come to another word; then it is the same refund that arrived.
    world.operator.confirmRefunds();
    assertThat(retry(story)).isInstanceOf(SignalAnswer.Accepted.class);
    story.expect(MoneyTrack.ARRIVED);
    assertThat(refunds.outstanding(10)).isEmpty();
    assertThat(world.operator.effects).containsOnlyOnce("refund CNY 7.77");
  }

  @Test
  void nobodyTakesARefundBackForItWouldEndUnpaid() {
    var story = onItsWay(888);
    world.operator.say("declined");
    story.tick(Duration.ofHours(6));
    World.await("a person's work", () -> refund(story).standing() == CaseView.Standing.PARKED);

    assertThat(refund(story).retractable()).isFalse();
    assertThat(answer(story, PersonAnswer.UNDO)).isInstanceOf(SignalAnswer.TooLate.class);
    assertThat(refund(story).standing()).isEqualTo(CaseView.Standing.PARKED);
    assertThat(refunds.outstanding(10)).hasSize(1);
  }

  @Test
  void tellsTheBouncedFirstThenWhatIsDueFirst() {
    var first = onItsWay(100);
    var second = onItsWay(200);
    World.await("both cases to be over", () -> refunds.outstanding(10).size() == 2);
    assertThat(refunds.outstanding(10))
        .extracting(RefundView::standing)
        .containsOnly(RefundView.Standing.UNDER_WAY);
    assertThat(refunds.outstanding(1))
        .extracting(RefundView::reference)
        .containsExactly(first.reference());
    assertThat(refunds.bank(second.reference())).isEqualTo(BankWord.UNDER_WAY);

    Refund.Order order = Objects.requireNonNull(refund(second).state(Refund.class).order());
    world.operator.refunds.computeIfPresent(
        order.effectKey(),
        (k, it) -> new io.onhook.settlement.Billing.RefundOrder(it.id(), "failed", it.amount()));
    second.tick(Duration.ofHours(6));
    World.await("a person's work", () -> refund(second).standing() == CaseView.Standing.PARKED);
    assertThat(refunds.outstanding(1))
        .extracting(RefundView::reference)
        .containsExactly(second.reference());
  }

  @Test
  void aRefundThatTheBankDoesNotConfirmInTimeIsTold() {
    var story = onItsWay(500);
    world.tick(days(60));
    World.await("a person's work", () -> refund(story).standing() == CaseView.Standing.PARKED);
    assertThat(refunds.outstanding(10))
        .extracting(RefundView::why)
        .containsExactly(Optional.of("refund-overdue"));
    assertThat(refunds.bank(story.reference())).isEqualTo(BankWord.UNDER_WAY);
  }

  @Test
  void saysWhereTheBankKnowsOfNoneOrDoesNotAnswer() {
    var story = Story.given(world, aLine().withBalance(900)).whenHolderCancels();
    assertThat(refunds.bank(story.reference())).isEqualTo(BankWord.NONE);
    story.whenItsDayComes().expect(LineTrack.ENDED).expect(MoneyTrack.ON_ITS_WAY);
    world.operator.down = true;
    assertThat(refunds.bank(story.reference())).isEqualTo(BankWord.SILENT);
    world.operator.down = false;
    world.operator.confirmRefunds();
    assertThat(refunds.bank(story.reference())).isEqualTo(BankWord.ARRIVED);
    world.operator.refunds.clear();
    assertThat(refunds.bank(story.reference())).isEqualTo(BankWord.NONE);
  }

  private Story onItsWay(long fen) {
    return Story.given(world, aLine().withBalance(fen))
        .whenHolderCancels()
        .whenItsDayComes()
        .expect(LineTrack.ENDED)
        .expect(MoneyTrack.ON_ITS_WAY);
  }

  private CaseView refund(Story story) {
    return world
        .cases()
        .find("refund", story.reference().text())
        .flatMap(world.cases()::find)
        .orElseThrow();
  }

  private SignalAnswer retry(Story story) {
    return answer(story, PersonAnswer.RETRY);
  }

  private SignalAnswer answer(Story story, PersonAnswer said) {
    return world.cases().answer(refund(story).id(), said, "looked it up", Story.REVIEWER);
  }
}
