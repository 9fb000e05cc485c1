package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.LineFixture.cny;
import static io.onhook.cancellation.StepLab.ask;
import static io.onhook.cancellation.StepLab.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.bar.Services;
import io.onhook.engine.CaseId;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.engine.StepOutcome.Done;
import io.onhook.engine.StepOutcome.RetryAt;
import io.onhook.engine.StepOutcome.Unknown;
import io.onhook.line.Line;
import io.onhook.network.Subscriber;
import io.onhook.notice.Notice;
import io.onhook.settlement.Billing.RefundOrder;
import io.onhook.shared.Language;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What each remote step makes of what the operator's systems say, or don't. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteStepsTest {
  private final StepLab lab = new StepLab();
  private final OperatorInTest operator = lab.operator;

  @AfterAll
  void stop() {
    lab.close();
  }

  @BeforeEach
  void forget() {
    operator.down = false;
    operator.effects.clear();
    operator.bills.clear();
    operator.loses.clear();
    operator.lies.clear();
    operator.mute = false;
  }

  @Test
  void deprovisionsWhatIsBarredAndItsOwn() {
    var line = aLine();
    var state = lab.received(line);
    operator.network.bar(line.imsi());
    assertThat(call(lab.step(Deprovision.class), state))
        .isEqualTo(StepOutcome.done(state.with(state.progress().withEndedAt(StepLab.NOW))));
    assertThat(operator.subscribers).doesNotContainKey(line.imsi());
  }

  @Test
  void neverDeprovisionsWhatIsNotItsOwn() {
    var line = aLine();
    var state = lab.received(line);
    subscriber(line, "8619900099998", false);
    assertThat(call(lab.step(Deprovision.class), state))
        .isEqualTo(StepOutcome.needsPerson("sim-has-another-number"));

    operator.subscribers.remove(line.imsi());
    var other = aLine();
    operator.subscribers.put(
        other.imsi(), new Subscriber(other.imsi(), line.number().digits(), true, true));
    assertThat(call(lab.step(Deprovision.class), state))
        .isEqualTo(StepOutcome.needsPerson("number-has-another-sim"));

    operator.subscribers.remove(other.imsi());
    assertThat(call(lab.step(Deprovision.class), state))
        .isEqualTo(StepOutcome.needsPerson("unknown-to-network"));
    assertThat(operator.effects).isEmpty();
  }

  @Test
  void neverDeprovisionsWhatSomebodyHasUnbarred() {
    var state = lab.received(aLine());
    assertThat(call(lab.step(Deprovision.class), state))
        .isEqualTo(StepOutcome.needsPerson("bar-lifted-by-somebody"));
    assertThat(operator.effects).isEmpty();
  }

  @Test
  void afterASilenceItAsksWhetherTheLineIsGone() {
    var line = aLine();
    var state = lab.received(line);
    operator.network.bar(line.imsi());
    operator.loses.add("delete");
    var step = lab.step(Deprovision.class);
    assertThat(call(step, state)).isInstanceOf(Unknown.class);
    assertThat(ask(step, state)).isInstanceOf(Done.class);

    subscriber(line, line.number().digits(), false);
    assertThat(ask(step, state)).isInstanceOf(RetryAt.class);
    operator.subscribers.clear();
    operator.down = true;
    assertThat(ask(step, state)).isInstanceOf(Unknown.class);
    assertThat(call(step, state)).isInstanceOf(RetryAt.class);
  }

  @Test
  void whoSaysNoIsAskedBeforeItIsTriedAgain() {
    var line = aLine();
    var state = lab.received(line);
    operator.lies.add("final-bill");
    var step = lab.step(FinalBill.class);
    assertThat(call(step, state)).isInstanceOf(Unknown.class);
    assertThat(ask(step, state)).isInstanceOf(Done.class);
    assertThat(operator.effects).hasSize(1);
  }

  @Test
  void whoWillNotBeAskedIsAPersonsBusinessInTheEnd() {
    var state = lab.received(aLine());
    operator.mute = true;
    var step = lab.step(FinalBill.class);
    assertThat(StepLab.ask(step, state, 4)).isInstanceOf(Unknown.class);
    assertThat(StepLab.ask(step, state, 5))
        .isEqualTo(StepOutcome.needsPerson("bss can't be asked: not supported"));
  }

  @Test
  void barsAndGivesBackWhatWasThereBefore() {
    var line = aLine();
    var state = lab.received(line);
    subscriber(line, line.number().digits(), true);
    var bar = lab.step(BarLine.class);
    assertThat(ask(bar, state)).isInstanceOf(RetryAt.class);
    operator.loses.add("bar");
    assertThat(call(bar, state)).isInstanceOf(Unknown.class);
    assertThat(ask(bar, state)).isEqualTo(StepOutcome.done(state));

    var unbar = lab.step(UnbarLine.class);
    assertThat(unbar.prepare(state)).isEmpty();
    var seen = state.with(state.progress().withServices(new Services(false, true)));
    assertThat(ask(unbar, seen)).isInstanceOf(RetryAt.class);
    assertThat(call(unbar, seen)).isEqualTo(StepOutcome.done(seen));
    assertThat(operator.subscribers.get(line.imsi()))
        .isEqualTo(new Subscriber(line.imsi(), line.number().digits(), false, true));
  }

  @Test
  void tellsTheInventoryAndBelievesWhatItSays() {
    var line = aLine();
    var state = lab.received(line);
    operator.loses.add("announce-end");
    assertThat(call(lab.step(AnnounceEnd.class), state)).isInstanceOf(Unknown.class);
    assertThat(ask(lab.step(AnnounceEnd.class), state)).isEqualTo(StepOutcome.done(state));
    assertThat(ask(lab.step(CloseContract.class), state)).isInstanceOf(RetryAt.class);
    assertThat(call(lab.step(CloseContract.class), state)).isEqualTo(StepOutcome.done(state));
    assertThat(line.status).isEqualTo(Line.Status.TERMINATED);
    assertThat(ask(lab.step(CloseContract.class), state)).isEqualTo(StepOutcome.done(state));
    operator.lines.remove(line.id());
    assertThat(ask(lab.step(CloseContract.class), state))
        .isEqualTo(StepOutcome.needsPerson("line-unknown"));
  }

  @Test
  void givesTheLineBackAsItWas() {
    var line = aLine();
    line.status = Line.Status.SUSPENDED;
    var state = lab.received(line);
    var step = lab.step(WithdrawEnd.class);
    assertThat(step.prepare(state)).isEmpty();
    var announced = done(lab.step(LookUpLine.class).run(state, StepLab.context()));
    call(lab.step(AnnounceEnd.class), announced);
    assertThat(line.status).isEqualTo(Line.Status.PENDING_TERMINATE);
    assertThat(ask(step, announced)).isInstanceOf(RetryAt.class);
    assertThat(call(step, announced)).isEqualTo(StepOutcome.done(announced));
    assertThat(line.status).isEqualTo(Line.Status.SUSPENDED);
  }

  @Test
  void neverBringsBackALineThatSomebodyElseEnded() {
    var line = aLine();
    var state = lab.received(line);
    var announced = state.with(state.progress().withStatus(Line.Status.ACTIVE));
    line.status = Line.Status.TERMINATED;
    assertThat(call(lab.step(WithdrawEnd.class), announced)).isEqualTo(StepOutcome.done(announced));
    assertThat(ask(lab.step(WithdrawEnd.class), announced))
        .isEqualTo(StepOutcome.needsPerson("line-ended-elsewhere"));
    assertThat(operator.effects).isEmpty();
  }

  private static Cancellation done(StepOutcome<Cancellation> outcome) {
    return ((Done<Cancellation>) outcome).next();
  }

  @Test
  void findsTheFinalBillThatItAskedFor() {
    var line = aLine().withBalance(500);
    var state = lab.received(line);
    var step = lab.step(FinalBill.class);
    assertThat(ask(step, state)).isInstanceOf(RetryAt.class);
    operator.loses.add("final-bill");
    assertThat(call(step, state)).isInstanceOf(Unknown.class);
    var made = new Progress.FinalBillMade("final/" + line.id(), "key");
    assertThat(ask(step, state))
        .isEqualTo(StepOutcome.done(state.with(state.progress().withBill(made))));

    var undo = lab.step(CancelBill.class);
    assertThat(undo.prepare(state).orElseThrow().bill())
        .as("not known whether one was made: it looks for one")
        .isNull();
    var billed = state.with(state.progress().withBill(made));
    assertThat(ask(undo, billed)).isInstanceOf(RetryAt.class);
    assertThat(call(undo, billed)).isEqualTo(StepOutcome.done(billed));
    assertThat(ask(undo, billed)).isEqualTo(StepOutcome.done(billed));
    operator.bills.clear();
  }

  @Test
  void ordersARefundOnce() {
    var step = lab.step(OrderRefund.class);
    assertThat(step.prepare(refund(0))).isEmpty();
    var refund = refund(900);
    assertThat(ask(step, refund)).isInstanceOf(RetryAt.class);
    operator.loses.add("refund");
    assertThat(call(step, refund)).isInstanceOf(Unknown.class);
    assertThat(ask(step, refund))
        .isEqualTo(StepOutcome.done(refund.with(new Refund.Order("R-key", "key", StepLab.NOW))));
  }

  @Test
  void ordersNoRefundInAnotherCurrencyThanBillings() {
    int before = operator.effects.size();
    operator.currency = "EUR";
    try {
      assertThat(call(lab.step(OrderRefund.class), refund(900)))
          .isEqualTo(StepOutcome.needsPerson("pack-in-another-currency"));
      assertThat(operator.effects).hasSize(before);
    } finally {
      operator.currency = "CNY";
    }
  }

  @Test
  void believesInARefundOnlyWhenTheBankDoes() {
    var ordered = refund(900).with(new Refund.Order("R", "ordered", StepLab.NOW));
    operator.refunds.put("ordered", new RefundOrder("R", "pendingAuthorization", cny(900)));
    assertThat(arrival(ordered)).isInstanceOf(StepOutcome.WaitUntil.class);
    operator.refunds.put("ordered", new RefundOrder("R", "denied", cny(900)));
    assertThat(arrival(ordered)).isEqualTo(StepOutcome.needsPerson("refund-denied"));
    operator.refunds.put("ordered", new RefundOrder("R", "done", cny(800)));
    assertThat(arrival(ordered)).isEqualTo(StepOutcome.needsPerson("refund-of-another-amount"));
    operator.refunds.put("ordered", new RefundOrder("R", "done", cny(900)));
    assertThat(arrival(ordered)).isEqualTo(StepOutcome.done(ordered.arrived(StepLab.NOW)));
    operator.refunds.clear();
    assertThat(arrival(ordered)).isEqualTo(StepOutcome.needsPerson("refund-unknown"));
  }

  /** Each in its own word, for which operations have a sentence: {@code ParkedWordsTest}. */
  @Test
  void aRefundThatCameBackNeedsAPersonAtOnce() {
    var ordered = refund(900).with(new Refund.Order("R", "bounced", StepLab.NOW));
    for (String status : RefundOrder.LOST) {
      operator.refunds.put("bounced", new RefundOrder("R", status, cny(900)));
      assertThat(arrival(ordered)).isEqualTo(StepOutcome.needsPerson("refund-" + status));
    }
  }

  @Test
  void aRefundThatIsLateNeedsAPerson() {
    var it = refund(900);
    var late =
        new Refund(
                it.reference(),
                it.line(),
                it.amount(),
                null,
                Language.EN,
                it.contact(),
                StepLab.NOW,
                null,
                null)
            .with(new Refund.Order("R", "late", StepLab.NOW));
    operator.refunds.put("late", new RefundOrder("R", "pendingAuthorization", cny(900)));
    assertThat(arrival(late)).isEqualTo(StepOutcome.needsPerson("refund-overdue"));
  }

  @Test
  void aRefundOfWhichNobodyCanTellIsOverdueAllTheSame() {
    Refund ordered = refund(1000).with(new Refund.Order("R-1", "k", StepLab.NOW));
    var step = lab.step(AwaitArrival.class);
    var late = new StepContext(new CaseId(1), ordered.dueAt(), 2, List.of());
    operator.down = true;
    try {
      assertThat(arrival(ordered)).isInstanceOf(StepOutcome.RetryAt.class);
      assertThat(step.run(ordered, late)).isEqualTo(StepOutcome.needsPerson("refund-overdue"));
    } finally {
      operator.down = false;
    }
  }

  private StepOutcome<Refund> arrival(Refund refund) {
    return lab.step(AwaitArrival.class).run(refund, StepLab.context());
  }

  private Refund refund(long fen) {
    var state = lab.state(aLine());
    return new Refund(
        state.reference(),
        state.subject().line(),
        cny(fen),
        null,
        Language.EN,
        new Notice.Route(Notice.Channel.EMAIL, state.applicant().contact().address()),
        StepLab.NOW.plusSeconds(86_400),
        null,
        null);
  }

  private void subscriber(LineFixture line, String number, boolean services) {
    operator.subscribers.put(line.imsi(), new Subscriber(line.imsi(), number, services, services));
  }
}
