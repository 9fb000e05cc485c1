package io.onhook.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.line.Line;
import io.onhook.shared.Fault;
import io.onhook.shared.Language;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A code just before the submit is fresh, single-use, and bound to who and what it was for. */
class StepUpTest {
  private static final HolderPrincipal ZHANG = Holders.of("P-1", "L-0001");
  private static final String HOME = "192.0.2.7";
  private static final String CONTENT = "L-0001, CNY 36.50 to account 1";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:10:00Z"));
  private final OneLine lines = new OneLine();
  private final AccessFixture access = new AccessFixture(TestDatabase.fresh(), lines, clock);

  @Test
  void confirmsThisContentOnce() {
    String attempt = ask(ZHANG);
    String code = access.codes.getLast();

    assertThat(access.stepUp.enter(ZHANG, CONTENT, attempt, code))
        .isEqualTo(new StepUpProof.Confirmed(attempt, SignInWay.LINE, clock.instant()));
    assertThat(access.stepUp.enter(ZHANG, CONTENT, attempt, code))
        .isEqualTo(new StepUpProof.Stale());
  }

  @Test
  void confirmsNothingElseAndNobodyElses() {
    String attempt = ask(ZHANG);
    String code = access.codes.getLast();

    assertThat(access.stepUp.enter(ZHANG, CONTENT + "0", attempt, code))
        .isEqualTo(new StepUpProof.Stale());
    assertThat(access.stepUp.enter(Holders.of("P-2", "L-0001"), CONTENT, attempt, code))
        .isEqualTo(new StepUpProof.Stale());
    assertThat(access.stepUp.enter(Holders.of("P-1", "L-0002"), CONTENT, attempt, code))
        .isEqualTo(new StepUpProof.Stale());
    assertThat(access.signIn.enter(attempt, code, HOME)).isEqualTo(new SignInAnswer.Stale());
  }

  @Test
  void aSignInsCodeIsNone() {
    var sent = (CodeAnswer.Sent) access.signIn.request("+8619900000001", Language.EN, HOME);

    assertThat(access.stepUp.enter(ZHANG, CONTENT, sent.attempt(), access.codes.getLast()))
        .isEqualTo(new StepUpProof.Stale());
  }

  @Test
  void growsOldAndCountsTries() {
    String attempt = ask(ZHANG);
    String code = access.codes.getLast();
    String wrong = code.equals("0000000") ? "0000001" : "0000000";
    assertThat(access.stepUp.enter(ZHANG, CONTENT, attempt, "12"))
        .isEqualTo(new StepUpProof.NotACode());
    for (int left = 4; left > 0; left--) {
      assertThat(access.stepUp.enter(ZHANG, CONTENT, attempt, wrong))
          .isEqualTo(new StepUpProof.Wrong(left));
    }
    assertThat(access.stepUp.enter(ZHANG, CONTENT, attempt, wrong))
        .isEqualTo(new StepUpProof.TriedTooOften());
    String second = ask(ZHANG);
    clock.advance(Duration.ofMinutes(10));
    assertThat(access.stepUp.enter(ZHANG, CONTENT, second, access.codes.getLast()))
        .isEqualTo(new StepUpProof.Stale());
  }

  @Test
  void goesWhereTheLineCanNotBeReadByAStranger() {
    var elsewhere = Holders.by(SignInWay.OTHER_CONTACT, "P-1", "L-0001");
    String attempt = ask(elsewhere);
    assertThat(access.stepUp.enter(elsewhere, CONTENT, attempt, access.codes.getLast()))
        .isEqualTo(new StepUpProof.Confirmed(attempt, SignInWay.OTHER_CONTACT, clock.instant()));
    int sent = access.codes.size();

    for (Line line : new Line[] {OneLine.stolen(), OneLine.dataOnly()}) {
      lines.line = line;
      assertThat(request(ZHANG)).isEqualTo(new StepUpAnswer.NoWay());
      assertThat(request(Holders.by(SignInWay.CONTACT, "P-1", "L-0001")))
          .isEqualTo(new StepUpAnswer.NoWay());
    }
    assertThat(request(Holders.of("P-2", "L-0001"))).isEqualTo(new StepUpAnswer.NoWay());
    assertThat(access.codes).hasSize(sent);
  }

  @Test
  void isCappedLikeEveryCode() {
    for (int i = 0; i < 5; i++) {
      ask(ZHANG);
    }

    assertThat(request(ZHANG)).isInstanceOf(StepUpAnswer.TooMany.class);
  }

  @Test
  void saysThatTheOperatorCanNotBeAsked() {
    lines.fault = Fault.unreachable("bss", "refused");

    assertThat(request(ZHANG)).isEqualTo(new StepUpAnswer.Unavailable());
  }

  private StepUpAnswer request(HolderPrincipal holder) {
    return access.stepUp.request(holder, CONTENT, Language.EN, HOME);
  }

  private String ask(HolderPrincipal holder) {
    return ((StepUpAnswer.Sent) request(holder)).attempt();
  }
}
