package io.onhook.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.call.AskedCallBack;
import io.onhook.call.CallBack;
import io.onhook.call.CallBacks;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.shared.Msisdn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Calls that were promised, in a country with summer time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallBacksTest {
  private static final Actor AGENT = Actor.staff("mei");
  private static final Actor COLLEAGUE = Actor.staff("bo");

  /** Noon in Berlin, on the Friday before clocks go forward. */
  private static final Instant FRIDAY = Instant.parse("2026-03-27T11:00:00Z");

  private final World world =
      new World(
          List.of(HotlineCallsTest.WithCalls.class),
          "onhook.pack=de",
          "onhook.hotline.hours=Mo-Fr 08:00-20:00; Su 01:00-12:00");
  private final CallBacks callBacks = world.bean(CallBacks.class);
  private int numbers;

  @AfterAll
  void stop() {
    world.close();
  }

  private AskedCallBack ask(String local) {
    return callBacks.ask(next(), LocalDateTime.parse(local), Language.EN, "the bill", AGENT);
  }

  private void at(Instant time) {
    world.clock.advance(Duration.between(world.clock.instant(), time));
  }

  private Msisdn next() {
    return Msisdn.of("+49301234%04d".formatted(++numbers));
  }

  @Test
  void promisesTimesAtWhichSomebodyAnswersOnly() {
    at(FRIDAY);
    assertThat(ask("2026-03-27T11:59")).isEqualTo(new AskedCallBack.InThePast());
    assertThat(ask("2026-03-27T23:00"))
        .isInstanceOfSatisfying(
            AskedCallBack.NobodyThere.class,
            it -> assertThat(it.next()).contains(Instant.parse("2026-03-29T00:00:00Z")));
    assertThat(ask("2026-03-29T02:30")).isEqualTo(new AskedCallBack.NoSuchTime());
    assertThat(ask("2026-04-27T12:00")).isInstanceOf(AskedCallBack.TooFar.class);
    // Three in the morning comes right after two minus a minute that day.
    assertThat(ask("2026-03-29T03:00"))
        .isInstanceOfSatisfying(
            AskedCallBack.Promised.class,
            it -> assertThat(it.at()).isEqualTo(Instant.parse("2026-03-29T01:00:00Z")));
    Msisdn number = next();
    LocalDateTime monday = LocalDateTime.parse("2026-03-30T09:00");
    assertThat(callBacks.ask(number, monday, Language.DE, "", AGENT))
        .isInstanceOf(AskedCallBack.Promised.class);
    assertThat(callBacks.ask(number, monday.plusHours(1), Language.DE, "", AGENT))
        .isInstanceOf(AskedCallBack.AlreadyPromised.class);
  }

  @Test
  void ofAnHourThatComesTwiceTheFirstCounts() {
    at(Instant.parse("2026-10-24T11:00:00Z"));
    assertThat(ask("2026-10-25T02:30"))
        .isInstanceOfSatisfying(
            AskedCallBack.Promised.class,
            it -> assertThat(it.at()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z")));
  }

  @Test
  void oneAgentCallsAndKeptOrMissedIsCounted() {
    at(Instant.parse("2026-06-01T08:00:00Z"));
    CallBacks.Figures before = callBacks.figures();
    String kept = ((AskedCallBack.Promised) ask("2026-06-01T11:00")).id();
    String missed = ((AskedCallBack.Promised) ask("2026-06-01T12:00")).id();
    assertThat(standing(kept)).isEqualTo(CallBack.Standing.AHEAD);

    at(Instant.parse("2026-06-01T09:10:00Z"));
    assertThat(standing(kept)).isEqualTo(CallBack.Standing.DUE);
    assertThat(callBacks.number(kept, AGENT)).isEmpty();
    assertThat(callBacks.nobodyAnswered(kept, AGENT)).isFalse();
    assertThat(callBacks.claim(kept, AGENT)).isEqualTo(new CallBacks.ClaimAnswer.Claimed());
    assertThat(callBacks.claim(kept, COLLEAGUE)).isEqualTo(new CallBacks.ClaimAnswer.Taken("mei"));
    assertThat(callBacks.claim(kept, AGENT)).isEqualTo(new CallBacks.ClaimAnswer.Claimed());
    assertThat(callBacks.number(kept, AGENT)).isPresent();
    assertThat(callBacks.number(kept, COLLEAGUE)).isEmpty();
    assertThat(callBacks.reached(kept, COLLEAGUE)).isFalse();
    assertThat(callBacks.nobodyAnswered(kept, AGENT)).isTrue();
    assertThat(callBacks.claim(kept, COLLEAGUE)).isEqualTo(new CallBacks.ClaimAnswer.Claimed());
    assertThat(callBacks.reached(kept, COLLEAGUE)).isTrue();
    assertThat(callBacks.claim(kept, AGENT)).isEqualTo(new CallBacks.ClaimAnswer.Gone());
    assertThat(callBacks.claim("none\0", AGENT)).isEqualTo(new CallBacks.ClaimAnswer.Gone());

    at(Instant.parse("2026-06-01T10:31:00Z"));
    assertThat(standing(missed)).isEqualTo(CallBack.Standing.MISSED);
    CallBacks.Figures after = callBacks.figures();
    assertThat(after.kept() - before.kept()).isOne();
    assertThat(after.missed() - before.missed()).isOne();

    // Three times nobody: given up, and its number is forgotten.
    for (int i = 0; i < 3; i++) {
      world.clock.advance(Duration.ofMinutes(31));
      callBacks.claim(missed, AGENT);
      assertThat(callBacks.nobodyAnswered(missed, AGENT)).isTrue();
    }
    assertThat(callBacks.open()).noneMatch(it -> it.id().equals(missed));
    assertThat(callBacks.figures().missed() - before.missed()).isOne();
  }

  private CallBack.Standing standing(String id) {
    return callBacks.open().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow()
        .standing();
  }
}
