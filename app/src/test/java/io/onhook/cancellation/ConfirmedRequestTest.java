package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.cancellation.CancellationRefusal.NotConfirmed;
import io.onhook.cancellation.CancellationRefusal.NotConfirmed.Why;
import io.onhook.cancellation.Confirmation.Kind;
import io.onhook.cancellation.Confirmation.Via;
import io.onhook.document.Documents;
import io.onhook.document.Drawer;
import io.onhook.document.SpecimenFiles;
import io.onhook.notice.Notice;
import io.onhook.policy.Paper;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who asks online proves it is them: freshly, once, and for exactly what is asked. */
class ConfirmedRequestTest {
  private static World world;

  @BeforeAll
  static void start() {
    world = new World();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private final LineFixture line = aLine();
  private final Drawer drawer = new Drawer("draft-of-" + line.id().value(), line.partyId());
  private int tries;

  ConfirmedRequestTest() {
    world.operator.add(line);
    world.bean(Documents.class).take(drawer, Paper.RESIDENT_ID, SpecimenFiles.pdf(2));
  }

  @Test
  void aFreshSignInByTheLineIsEnoughForMoneyThatGoesBackWhereItCameFrom() {
    assertThat(submit(null, null)).isEqualTo(no(Why.NOT_FRESH));
    assertThat(submit(null, signIn(Via.LINE, ago(Duration.ofMinutes(61)))))
        .isEqualTo(no(Why.NOT_FRESH));
    assertThat(submit(null, signIn(Via.CONTACT, ago(Duration.ZERO))))
        .isEqualTo(no(Why.NOT_THE_LINE));
    assertThat(submit(null, signIn(Via.OTHER_CONTACT, ago(Duration.ZERO))))
        .isEqualTo(no(Why.NOT_THE_LINE));

    assertThat(submit(null, signIn(Via.LINE, ago(Duration.ofMinutes(59)))))
        .isInstanceOf(SubmitAnswer.Submitted.class);
  }

  @Test
  void moneyToAnotherAccountNeedsACodeForExactlyThat() {
    Instant now = ago(Duration.ZERO);
    assertThat(submit("token-1", signIn(Via.LINE, now))).isEqualTo(no(Why.NEW_ACCOUNT));
    assertThat(submit("token-2", stepUp(Via.LINE, "token-1", now)))
        .isEqualTo(no(Why.OTHER_CONTENT));
    assertThat(submit("token-1", stepUp(Via.CONTACT, "token-1", now)))
        .isEqualTo(no(Why.NOT_THE_LINE));
    assertThat(submit("token-1", stepUp(Via.LINE, "token-1", ago(Duration.ofHours(2)))))
        .isEqualTo(no(Why.NOT_FRESH));

    assertThat(submit("token-1", stepUp(Via.LINE, "token-1", now)))
        .isInstanceOf(SubmitAnswer.Submitted.class);
  }

  @Test
  void aCodeConfirmsOneRequestAndTheSameOneAgain() {
    Confirmation code = signIn(Via.LINE, ago(Duration.ZERO));
    var first = (SubmitAnswer.Submitted) submit(null, code);
    // Sent twice: the same answer, whatever comes with it.
    tries--;
    assertThat(submit(null, code))
        .isEqualTo(
            new SubmitAnswer.Submitted(first.reference(), first.receivedAt(), first.dates(), true));

    var other = new ConfirmedRequestTest();
    assertThat(other.submit(null, code)).isEqualTo(no(Why.USED));
    assertThat(world.cancellations().ofLine(other.line.id(), Actor.SYSTEM)).isEmpty();
  }

  @Test
  void whoCameByAnotherContactWaits() {
    Instant now = ago(Duration.ZERO);
    var check =
        (CheckAnswer.Checked)
            world.cancellations().check(line.id(), null, holder(), Via.OTHER_CONTACT);
    var usual =
        (CheckAnswer.Checked) world.cancellations().check(line.id(), null, holder(), Via.LINE);
    Instant cooled = now.plus(Duration.ofDays(7));

    var answer = (SubmitAnswer.Submitted) submit(null, stepUp(Via.OTHER_CONTACT, null, now));

    assertThat(usual.dates().endsAt()).isBefore(cooled);
    assertThat(answer.dates()).isEqualTo(check.dates());
    assertThat(answer.dates().endsAt()).isAfterOrEqualTo(cooled);
    assertThat(answer.dates().windowClosesAt()).isAfterOrEqualTo(cooled);
  }

  private SubmitAnswer submit(@Nullable String account, @Nullable Confirmation confirmation) {
    String key = "key-" + line.id().value() + "-" + ++tries;
    return confirmation == null
        ? world.cancellations().submit(request(account), holder(), key)
        : world.cancellations().submit(request(account), holder(), key, confirmation);
  }

  private Confirmation signIn(Via via, Instant at) {
    return new Confirmation("sign-in-" + line.id().value(), Kind.SIGN_IN, via, at, null);
  }

  private Confirmation stepUp(Via via, @Nullable String account, Instant at) {
    var checked = (CheckAnswer.Checked) world.cancellations().check(line.id(), null, holder());
    String content = world.cancellations().content(request(account), checked.eligibility().quote());
    return new Confirmation("code-" + line.id().value(), Kind.STEP_UP, via, at, content);
  }

  private CancelLine request(@Nullable String account) {
    return new CancelLine(
        line.id(),
        "张 伟",
        "resident-id",
        LineFixture.DOCUMENT,
        null,
        new Contact(Notice.Channel.EMAIL, "wei@example.org", LineFixture.NOON),
        account,
        Language.ZH_CN,
        Copies.ONLINE,
        drawer,
        Map.of(),
        null);
  }

  private Actor holder() {
    return Actor.holder(line.partyId());
  }

  private static Instant ago(Duration by) {
    return world.clock.instant().minus(by);
  }

  private static SubmitAnswer no(Why why) {
    return new SubmitAnswer.Refused(List.of(new NotConfirmed(why)));
  }
}
