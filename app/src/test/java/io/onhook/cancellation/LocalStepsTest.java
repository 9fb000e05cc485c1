package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.LineFixture.cny;
import static io.onhook.cancellation.StepLab.context;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.bar.Services;
import io.onhook.document.EraseCopies;
import io.onhook.engine.CaseId;
import io.onhook.engine.Signal;
import io.onhook.engine.SignalCase;
import io.onhook.engine.StartCase;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.engine.StepOutcome.Done;
import io.onhook.engine.StepOutcome.RetryAt;
import io.onhook.engine.StepOutcome.WaitUntil;
import io.onhook.line.Line;
import io.onhook.notice.NoticeCase;
import io.onhook.notice.Template;
import io.onhook.number.NoteActive;
import io.onhook.settlement.Bill;
import io.onhook.shared.Actor;
import io.onhook.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** What each local step makes of how things stand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStepsTest {
  private final StepLab lab = new StepLab();
  private final OperatorInTest operator = lab.operator;

  @AfterAll
  void stop() {
    lab.close();
  }

  @BeforeEach
  void heal() {
    operator.down = false;
    operator.mute = false;
  }

  @Test
  void aStateSurvivesItsStorage() {
    var json = JsonMapper.builder().build();
    var state = lab.received(aLine().withBalance(100));
    var full =
        state.with(
            state
                .progress()
                .withStatus(Line.Status.SUSPENDED)
                .withServices(new Services(true, false))
                .withBarsAt(StepLab.NOW)
                .withBill(new Progress.FinalBillMade("B-1", "key"))
                .withStatement(state.terms().promised())
                .withEndedAt(StepLab.NOW)
                .withCertificate("C-1"));
    for (Cancellation one : List.of(state, full)) {
      String stored = json.writeValueAsString(one);
      assertThat(json.readValue(stored, Cancellation.class)).isEqualTo(one);
      assertThat(stored)
          .doesNotContain("张伟")
          .doesNotContain(LineFixture.DOCUMENT)
          .doesNotContain("wei@example.org")
          .doesNotContain("19900000");
    }
  }

  @Test
  void asksNobodyWhetherItWasThemOnceTheLineHasEnded() {
    var state = lab.received(aLine());
    var outcome = lab.step(TellReceived.class).run(state, context());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            StepOutcome.Done.class,
            done ->
                assertThat((List<?>) done.writes())
                    .map(write -> ((StartCase<?>) write).state())
                    .map(NoticeCase.class::cast)
                    .map(NoticeCase::notice)
                    .filteredOn(notice -> notice.template().equals(Template.NOT_YOU_OBJECT.text()))
                    .isNotEmpty()
                    .allMatch(notice -> state.endsAt().equals(notice.notAfter())));
  }

  @Test
  void confirmsTheHolderOrLeavesItToAPerson() {
    var line = aLine();
    var state = lab.received(line);
    var step = lab.step(ConfirmHolder.class);
    assertThat(step.run(state, context()))
        .isEqualTo(StepOutcome.done(state, new NoteActive(line.number(), false, StepLab.NOW)));

    operator.lines.put(line.id(), aLine());
    assertThat(step.run(state, context())).isEqualTo(StepOutcome.needsPerson("holder-changed"));
    operator.lines.remove(line.id());
    assertThat(step.run(state, context())).isEqualTo(StepOutcome.needsPerson("line-unknown"));
    operator.down = true;
    assertThat(step.run(state, context())).isInstanceOf(RetryAt.class);
  }

  @Test
  void refusesAnApplicationAtAShutGate() {
    var line = aLine();
    var state = lab.received(line);
    var step = lab.step(CheckGates.class);
    assertThat(step.run(state, context())).isEqualTo(StepOutcome.done(state));
    line.portOutOpen = true;
    assertThat(step.run(state, context())).isEqualTo(StepOutcome.refused("gate.port-out-open"));
  }

  @Test
  void waitsForWhatPassesByItselfWhenTheEndHasCome() {
    var line = aLine();
    var state = lab.received(line);
    var step = lab.step(RecheckGates.class);
    assertThat(step.run(state, context())).isEqualTo(StepOutcome.done(state));
    line.portOutOpen = true;
    Instant end = state.endsAt();
    assertThat(step.run(state, at(end)))
        .isEqualTo(new WaitUntil<>(end.plus(Duration.ofHours(1)), "gate.port-out-open"));
    Instant later = end.plus(Duration.ofDays(5));
    assertThat(step.run(state, at(later)))
        .as("ever more rarely")
        .isEqualTo(new WaitUntil<>(later.plus(Duration.ofHours(6)), "gate.port-out-open"));
    line.status = Line.Status.TERMINATED;
    assertThat(step.run(state, context())).isEqualTo(StepOutcome.refused("gate.already-ended"));
  }

  @Test
  void aReviewGoesOnOrRefuses() {
    var state = lab.received(aLine());
    var step = lab.step(Review.class);
    assertThat(step.open(state, context())).isInstanceOf(StepOutcome.NeedsPerson.class);
    assertThat(step.decide(state, said(true), context()))
        .as("what was shown for the review has served")
        .isEqualTo(StepOutcome.done(state, new EraseCopies(state.reference(), StepLab.NOW)));
    assertThat(step.decide(state, said(false), context()))
        .isEqualTo(StepOutcome.refused("not-approved"));
  }

  @Test
  void aBillDearerThanTheQuoteIsDecidedByAPerson() {
    var line = aLine().withBalance(1000);
    var state = lab.received(line);
    line.balances.add(new Bill.Charge("deposit", "Deposit", cny(-99)));
    operator.finalBill(line.id(), "key-" + line.n);
    var billed =
        state.with(
            state
                .progress()
                .withBill(new Progress.FinalBillMade("final/" + line.id(), "key-" + line.n)));
    var step = lab.step(Settle.class);
    assertThat(step.open(billed, context()))
        .isEqualTo(StepOutcome.needsPerson("final-bill-differs-from-quote"));
    assertThat(refundOf(step.decide(billed, said(true), context()))).isEqualTo(cny(1099));
    assertThat(refundOf(step.decide(billed, said(false), context()))).isEqualTo(cny(1000));
  }

  @Test
  void aBillThatCanNotBeReadIsAPersonsBusinessButNotTwice() {
    var line = aLine().withBalance(1000);
    var made = new Progress.FinalBillMade("final/" + line.id(), "key-" + line.n);
    var state = lab.received(line);
    var billed = state.with(state.progress().withBill(made));
    var step = lab.step(Settle.class);
    var fifth = new StepContext(new CaseId(1), StepLab.NOW, 5, List.of());
    operator.mute = true;
    assertThat(step.open(billed, context())).isInstanceOf(RetryAt.class);
    assertThat(step.open(billed, fifth))
        .isEqualTo(StepOutcome.needsPerson("bss can't be asked: not supported"));
    assertThat(step.decide(billed, said(true), fifth)).isInstanceOf(RetryAt.class);

    operator.mute = false;
    for (Cancellation unknown : List.of(state, billed)) {
      assertThat(step.open(unknown, context()))
          .isEqualTo(StepOutcome.needsPerson("final-bill-unknown"));
      assertThat(step.decide(unknown, said(true), fifth)).isInstanceOf(RetryAt.class);
      assertThat(refundOf(step.decide(unknown, said(false), fifth))).isEqualTo(cny(1000));
    }
  }

  @Test
  void nothingIsSetAgainstAmountsOfAnotherCurrencyThanTheCasesPack() {
    var line = aLine().withBalance(1000);
    var made = new Progress.FinalBillMade("final/" + line.id(), "key-" + line.n);
    var state = lab.received(line);
    var billed = state.with(state.progress().withBill(made));
    var owed = dues(state, 500, 0);
    bill(0, "settled");
    operator.currency = "EUR";
    try {
      var person = StepOutcome.needsPerson("pack-in-another-currency");
      assertThat(lab.step(CheckGates.class).run(state, context())).isEqualTo(person);
      assertThat(lab.step(RecheckGates.class).run(state, context())).isEqualTo(person);
      assertThat(lab.step(AwaitPayment.class).run(owed, context())).isEqualTo(person);
      var settle = lab.step(Settle.class);
      assertThat(settle.open(billed, context())).isEqualTo(person);
      assertThat(settle.decide(billed, said(true), context())).isEqualTo(person);
      assertThat(refundOf(settle.decide(billed, said(false), context())))
          .as("the quote stands, as a person said")
          .isEqualTo(cny(1000));
    } finally {
      operator.currency = "CNY";
    }
  }

  @Test
  void collectionEndsWhenTheBillIsPaid() {
    var line = aLine();
    var state = lab.received(line);
    var step = lab.step(AwaitPayment.class);
    assertThat(step.run(dues(state, 0, 0), context())).isInstanceOf(Done.class);

    var owed = dues(state, 500, 0);
    bill(500, "sent");
    assertThat(step.run(owed, context())).isInstanceOf(WaitUntil.class);
    assertThat(step.run(owed, later(Duration.ofDays(31))))
        .isEqualTo(StepOutcome.needsPerson("bill-not-paid"));
    bill(0, "settled");
    assertThat(step.run(owed, context())).isEqualTo(StepOutcome.done(owed));
    assertThat(step.run(dues(state, 500, 100), context()))
        .isEqualTo(StepOutcome.needsPerson("confirm-fees-are-paid"));
    bill(500, "onHold");
    assertThat(step.run(owed, context())).isEqualTo(StepOutcome.done(owed));

    var told = (Done<Dues>) lab.step(TellPaid.class).run(owed, context());
    assertThat(told.writes()).hasSize(1).first().isInstanceOf(SignalCase.class);
  }

  @Test
  void aNumberThatIsNotActiveIsLeftToAPerson() {
    var state = lab.state(aLine());
    assertThat(lab.step(QuarantineNumber.class).run(state, context()))
        .isEqualTo(StepOutcome.needsPerson("number-not-active"));
  }

  private void bill(long fen, String status) {
    operator.bills.put(
        "dues", new Bill("dues", status, List.of(), cny(fen), LineFixture.NOON, true));
  }

  private static Dues dues(Cancellation state, long fen, long fees) {
    return new Dues(
        state.reference(),
        new CaseId(1),
        state.subject().line(),
        "dues",
        cny(fen),
        cny(fees),
        null,
        StepLab.NOW.plus(Duration.ofDays(30)));
  }

  private static StepContext later(Duration by) {
    return at(StepLab.NOW.plus(by));
  }

  private static StepContext at(Instant now) {
    return new StepContext(new CaseId(1), now, 1, List.of());
  }

  private static Money refundOf(StepOutcome<Cancellation> outcome) {
    var statement = ((Done<Cancellation>) outcome).next().progress().statement();
    return Objects.requireNonNull(statement).toRefund();
  }

  private static Signal said(boolean approved) {
    return new Signal(
        "review", "review", Actor.staff("lin"), new Said(approved, List.of()).payload());
  }
}
