package io.onhook.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.notice.Notice.Channel;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import io.onhook.shared.Language;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address is believed once a code that went there came back, from the same holder. */
class ContactProofTest {
  private static final HolderPrincipal ZHANG = Holders.of("P-1", "L-0001");
  private static final HolderPrincipal LI = Holders.of("P-2", "L-0002");
  private static final String MAIL = "zhang.wei@example.com";
  private static final String HOME = "192.0.2.7";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:10:00Z"));
  private final AccessFixture access =
      new AccessFixture(TestDatabase.fresh(), new OneLine(), clock);

  @Test
  void believesTheAddressThatTheCodeWentTo() {
    String attempt = ask(" Zhang.Wei@EXAMPLE.com ".replace("Zhang.Wei", "zhang.wei"));

    assertThat(enter(ZHANG, MAIL, attempt)).isEqualTo(new ProofAnswer.Proven(clock.instant()));
    assertThat(enter(ZHANG, MAIL, attempt)).isEqualTo(new ProofAnswer.Stale());
  }

  @Test
  void believesNoOtherAddressAndNoOtherHolder() {
    String attempt = ask(MAIL);

    assertThat(enter(ZHANG, "someone@example.com", attempt)).isEqualTo(new ProofAnswer.Stale());
    assertThat(enter(LI, MAIL, attempt)).isEqualTo(new ProofAnswer.Stale());
    assertThat(access.signIn.enter(attempt, access.codes.getLast(), HOME))
        .isEqualTo(new SignInAnswer.Stale());
  }

  @Test
  void saysThatTheCodeDidNotGo() {
    access.carrier = new Answer.Failed<>(Fault.unreachable("mail", "refused"));

    assertThat(access.proof.request(ZHANG, Channel.EMAIL, MAIL, Language.EN, HOME))
        .isEqualTo(new CodeAnswer.Unavailable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "zhang",
        "zhang@",
        "@example.com",
        "a b@example.com",
        "a@b..example.com",
        "<a@example.com>",
        "a@example.com\nBcc: b@example.com"
      })
  void refusesWhatIsNoAddress(String typed) {
    assertThat(access.proof.request(ZHANG, Channel.EMAIL, typed, Language.EN, HOME))
        .isInstanceOf(CodeAnswer.WrongForm.class);
    assertThat(access.codes).isEmpty();
  }

  private String ask(String address) {
    return ((CodeAnswer.Sent)
            access.proof.request(ZHANG, Channel.EMAIL, address, Language.EN, HOME))
        .attempt();
  }

  private ProofAnswer enter(HolderPrincipal holder, String address, String attempt) {
    return access.proof.enter(holder, Channel.EMAIL, address, attempt, access.codes.getLast());
  }
}
