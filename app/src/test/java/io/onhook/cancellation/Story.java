package io.onhook.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.document.Drawer;
import io.onhook.notice.Notice;
import io.onhook.policy.Fate;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line's end, told as a test reads it: {@code given(aLine()).whenHolderCancels()…}. */
final class Story {
  static final Actor REVIEWER = Actor.staff("lin");

  final World world;
  final LineFixture line;
  private @Nullable SubmitAnswer answer;
  private @Nullable CaseReference reference;
  private @Nullable Drawer papers;
  private Map<String, Fate> fates = Map.of();
  private @Nullable Representative representative;

  private Story(World world, LineFixture line) {
    this.world = world;
    this.line = line;
  }

  static Story given(World world, LineFixture line) {
    world.operator.add(line);
    return new Story(world, line);
  }

  static Duration days(int days) {
    return Duration.ofDays(days);
  }

  Actor holder() {
    return Actor.holder(line.partyId());
  }

  CancelLine request() {
    return new CancelLine(
        line.id(),
        line.company ? line.line().holder().name() : "张 伟",
        line.line().holder().documentKind(),
        line.line().holder().documentNumber(),
        null,
        new Contact(Notice.Channel.EMAIL, "wei@example.org", LineFixture.NOON),
        "token-1",
        Language.ZH_CN,
        // Who asks online sends copies; at a branch the originals lie on the table.
        papers == null ? "branch" : Copies.ONLINE,
        papers,
        fates,
        representative);
  }

  Story by(Representative who) {
    representative = who;
    return this;
  }

  Story deciding(Map<String, Fate> chosen) {
    fates = chosen;
    return this;
  }

  Story whenHolderCancels(Drawer copies) {
    papers = copies;
    return whenHolderCancels();
  }

  Story whenHolderCancels() {
    answer =
        papers == null
            ? world.cancellations().submit(request(), holder(), "key-" + line.n)
            : world.cancellations().submit(request(), holder(), "key-" + line.n, confirmation());
    if (answer instanceof SubmitAnswer.Submitted submitted) {
      reference = submitted.reference();
    }
    return this;
  }

  /** The code that came back just before the submit. */
  Confirmation confirmation() {
    var checked = (CheckAnswer.Checked) world.cancellations().check(line.id(), null, holder());
    return new Confirmation(
        "code-" + line.n,
        Confirmation.Kind.STEP_UP,
        Confirmation.Via.LINE,
        world.clock.instant(),
        world.cancellations().content(request(), checked.eligibility().quote()));
  }

  Story whenApproved() {
    expect(LineTrack.IN_REVIEW).at("review");
    assertThat(decide(new ReviewDecision.Approve(""), REVIEWER))
        .isEqualTo(new DecideAnswer.Decided());
    return this;
  }

  Story whenNotApproved(ReviewDecision.Reason reason, String text) {
    expect(LineTrack.IN_REVIEW).at("review");
    assertThat(decide(new ReviewDecision.NotApprove(List.of(reason), text), REVIEWER))
        .isEqualTo(new DecideAnswer.Decided());
    return this;
  }

  SubmitAnswer whenAgain(String key) {
    return world.cancellations().submit(request(), holder(), key + line.n);
  }

  DecideAnswer decide(ReviewDecision decision, Actor staff) {
    return world.cancellations().decide(reference(), decision, staff);
  }

  RetractAnswer retract() {
    return world.cancellations().retract(reference(), holder());
  }

  Story tick(Duration by) {
    world.tick(by);
    return this;
  }

  /** Lets time run fast, until the line is there. */
  Story tickUntil(LineTrack track) {
    World.await(
        track + " of " + view(),
        () -> {
          world.tick(Duration.ofHours(1));
          return view().lineTrack() == track;
        });
    return this;
  }

  /** The same by minutes, for the money: the line is seen to end before the refund is ordered. */
  Story tickUntil(MoneyTrack track) {
    World.await(
        track + " of " + view(),
        () -> {
          world.tick(Duration.ofMinutes(1));
          return view().moneyTrack() == track;
        });
    return this;
  }

  /** Approved, its end date come, its last words said. */
  Story whenItsDayComes() {
    return whenApproved().expect(LineTrack.SCHEDULED).tick(days(4)).lastWords();
  }

  Story lastWords() {
    return at("last-words").tick(Duration.ofSeconds(10));
  }

  Story expect(LineTrack track) {
    World.await(track + " of " + view(), () -> view().lineTrack() == track);
    return this;
  }

  Story expect(MoneyTrack track) {
    World.await(track + " of " + view(), () -> view().moneyTrack() == track);
    return this;
  }

  /** Waits until the case rests at this step. */
  Story at(String step) {
    World.await(step + " in " + view().steps(), () -> rests(step(step).state()));
    return this;
  }

  private static boolean rests(StepView.State state) {
    return switch (state) {
      case WAITING, DECISION, PARKED -> true;
      case AHEAD, RUNNING, DONE, UNDONE, NEVER -> false;
    };
  }

  StepView step(String name) {
    return view().steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Story effects(String... expected) {
    assertThat(effects()).containsExactly(expected);
    return this;
  }

  /** What was done to this line at the operator's, without what names it. */
  List<String> effects() {
    return world.operator.effects.stream()
        .filter(
            effect -> effect.endsWith(line.id().value()) || effect.endsWith(line.imsi().digits()))
        .map(effect -> effect.substring(0, effect.indexOf(' ')))
        .toList();
  }

  SubmitAnswer answer() {
    return Objects.requireNonNull(answer);
  }

  CaseReference reference() {
    return Objects.requireNonNull(reference, () -> "Not submitted: " + answer);
  }

  CancellationView view() {
    return world.cancellations().find(reference(), holder()).orElseThrow();
  }
}
