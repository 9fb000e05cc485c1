package io.onhook.cancellation;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.notice.Notice;
import io.onhook.number.NumberState;
import io.onhook.number.Numbers;
import io.onhook.policy.Switching;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.WorkQuery;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The British way: asking ends nothing, redeeming ends the line without review. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SwitchCodesTest {
  private static final Actor HUB = Actor.staff("porting-hub");

  private final World world = new World("onhook.pack=uk");

  @AfterAll
  void end() {
    world.close();
  }

  private LineFixture known() {
    LineFixture line = LineFixture.aLine().in("GBP");
    world.operator.add(line);
    return line;
  }

  private SwitchAnswer.Given ask(LineFixture line, Switching.Code kind) {
    var answer = world.bean(SwitchCodes.class).ask(line.id(), kind, Actor.holder(line.partyId()));
    assertThat(answer).isInstanceOf(SwitchAnswer.Given.class);
    return (SwitchAnswer.Given) answer;
  }

  private RedeemAnswer redeem(LineFixture line, String code) {
    return world.bean(Redeeming.class).redeem(line.number(), code, HUB);
  }

  private CaseReference redeemed(LineFixture line, String code) {
    var answer = redeem(line, code);
    assertThat(answer).isInstanceOf(RedeemAnswer.Redeemed.class);
    return ((RedeemAnswer.Redeemed) answer).reference();
  }

  private void untilEnded(CaseReference reference) {
    world.tick(ofDays(4));
    World.await(
        "the end of the line",
        () -> {
          world.tick(ofSeconds(10));
          return world.cancellations().find(reference, HUB).orElseThrow().lineTrack()
              == LineTrack.ENDED;
        });
  }

  private NumberState number(LineFixture line) {
    return world.bean(Numbers.class).find(line.number()).orElseThrow().state();
  }

  @Test
  void askingEndsNothingAndTellsWhatLeavingCosts() {
    LineFixture line = known();
    assertThat(ask(line, Switching.Code.INFO).code()).isNull();
    String first = Objects.requireNonNull(ask(line, Switching.Code.PAC).code());
    assertThat(first).matches("[A-Z]{3}\\d{6}");
    world.tick(ofDays(10));
    assertThat(world.cancellations().ofLine(line.id(), HUB)).isEmpty();
    assertThat(world.operator.effects).noneMatch(effect -> effect.endsWith(line.imsi().digits()));
    String second = Objects.requireNonNull(ask(line, Switching.Code.PAC).code());
    assertThat(redeem(line, first)).as("replaced").isEqualTo(new RedeemAnswer.NoSuchCode());
    assertThat(redeem(line, second)).isInstanceOf(RedeemAnswer.Redeemed.class);
  }

  @Test
  void aRedeemedPacEndsTheLineWithinAWorkingDayAndTheNumberGoesAlong() {
    LineFixture line = known();
    var given = ask(line, Switching.Code.PAC);
    String code = Objects.requireNonNull(given.code());
    CaseReference reference =
        redeemed(
            line,
            code.substring(0, 3).toLowerCase(java.util.Locale.ROOT) + " " + code.substring(3));
    assertThat(redeemed(line, code)).as("repeated").isEqualTo(reference);
    var dates = world.cancellations().find(reference, HUB).orElseThrow().dates();
    assertThat(dates.endsAt()).isBefore(world.clock.instant().plus(ofDays(4)));
    assertThat(dates.decideBy()).isNull();
    untilEnded(reference);
    assertThat(number(line)).isEqualTo(NumberState.PORTED_OUT);
  }

  @Test
  void aRedeemedStacLeavesTheNumberToRest() {
    LineFixture line = known();
    String code = Objects.requireNonNull(ask(line, Switching.Code.STAC).code());
    untilEnded(redeemed(line, code));
    assertThat(number(line)).isEqualTo(NumberState.QUARANTINE);
  }

  @Test
  void aCodeIsGoodForThirtyDaysAndForItsOwnNumberOnly() {
    LineFixture line = known();
    String code = Objects.requireNonNull(ask(line, Switching.Code.PAC).code());
    assertThat(redeem(known(), code)).isEqualTo(new RedeemAnswer.NoSuchCode());
    world.tick(ofDays(29));
    assertThat(ask(line, Switching.Code.STAC).goodUntil())
        .isAfter(world.clock.instant().plus(ofDays(29)));
    world.tick(ofDays(2));
    assertThat(redeem(line, code)).isInstanceOf(RedeemAnswer.Expired.class);
  }

  @Test
  void anAmountInAnotherCurrencyUsesNoCodeUpAndAPersonIsTold() {
    LineFixture line = known();
    String code = Objects.requireNonNull(ask(line, Switching.Code.PAC).code());
    world.operator.billedInDollars = line.id();
    assertThat(redeem(line, code)).isEqualTo(new RedeemAnswer.NotReckonable());
    World.await(
        "work for a person",
        () ->
            world.worklist().open(WorkQuery.of(WorkItem.Kind.PARKED), 0, 10).stream()
                .anyMatch(it -> it.process().startsWith(OddAmount.NAME)));
    assertThat(
            world
                .bean(SwitchCodes.class)
                .ask(line.id(), Switching.Code.PAC, Actor.holder(line.partyId())))
        .isEqualTo(new SwitchAnswer.NotReckonable());
    world.operator.billedInDollars = null;
    assertThat(redeem(line, code)).isInstanceOf(RedeemAnswer.Redeemed.class);
  }

  /** The holder had asked for the end another way: what the new operator was told counts. */
  @Test
  void aRedemptionTakesAnOpenCancellationBackAndEndsTheLineInItsPlace() {
    LineFixture line = known();
    String code = Objects.requireNonNull(ask(line, Switching.Code.PAC).code());
    var before = ((SubmitAnswer.Submitted) submit(line)).reference();
    CaseReference reference = redeemed(line, code);
    assertThat(reference).isNotEqualTo(before);
    assertThat(redeemed(line, code)).as("repeated").isEqualTo(reference);
    World.await(
        "the new case",
        () -> {
          world.tick(ofSeconds(10));
          return world.cancellations().find(reference, HUB).isPresent();
        });
    assertThat(track(before)).isEqualTo(LineTrack.RETRACTED);
    untilEnded(reference);
    assertThat(number(line)).isEqualTo(NumberState.PORTED_OUT);
    assertThat(world.cancellations().ofLine(line.id(), HUB)).hasSize(2);
  }

  /** It can't be taken back any more: the line ends, which is all that was asked for. */
  @Test
  void aRedemptionIsContentWithALineThatIsEndingAlready() {
    LineFixture line = known();
    String code = Objects.requireNonNull(ask(line, Switching.Code.STAC).code());
    var before = ((SubmitAnswer.Submitted) submit(line)).reference();
    World.await(
        "the end of the line",
        () -> {
          world.tick(ofDays(1));
          return track(before) == LineTrack.ENDED;
        });
    if (redeem(line, code) instanceof RedeemAnswer.Redeemed redeemed) {
      assertThat(redeemed.reference()).isEqualTo(before);
    }
  }

  private LineTrack track(CaseReference reference) {
    return world.cancellations().find(reference, HUB).orElseThrow().lineTrack();
  }

  private SubmitAnswer submit(LineFixture line) {
    return world
        .cancellations()
        .submit(
            new CancelLine(
                line.id(),
                "张伟",
                "resident-id",
                LineFixture.DOCUMENT,
                null,
                new Contact(Notice.Channel.EMAIL, "wei@example.org", LineFixture.NOON),
                null,
                Language.EN,
                "branch"),
            Actor.holder(line.partyId()),
            "key-" + line.n);
  }

  @Test
  void nobodyElseGetsACodeForALine() {
    assertThat(
            world
                .bean(SwitchCodes.class)
                .ask(known().id(), Switching.Code.PAC, Actor.holder("P-stranger")))
        .isEqualTo(new SwitchAnswer.NoSuchLine());
  }
}
