package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.LineFixture.cny;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.bar.Bar;
import io.onhook.bar.BarAnswer;
import io.onhook.bar.Bars;
import io.onhook.bar.Holds;
import io.onhook.bar.LiftAnswer;
import io.onhook.line.LineId;
import io.onhook.network.Subscriber;
import io.onhook.settlement.Bill;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bar for a lost SIM, by itself and beside a cancellation of the same line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BarAndCancellationTest {
  private static final Actor AGENT = Actor.staff("mei");

  private final World world = new World();
  private final Bars bars = world.bean(Bars.class);

  @BeforeEach
  void heal() {
    world.operator.loses.clear();
    world.operator.down = false;
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void givesBackExactlyWhatTheLineCouldDoWhateverAnswerIsLost() {
    var line = aLine();
    Subscriber before = dataOnly(line);
    world.operator.loses.addAll(List.of("bar", "restore"));

    assertThat(bar(line.id())).isInstanceOf(BarAnswer.Asked.class);
    barred(line);
    assertThat(bar(line.id())).isInstanceOf(BarAnswer.AlreadyBarred.class);
    assertThat(bars.lift(line.id(), Bar.Reason.SUSPICION, AGENT))
        .isEqualTo(new LiftAnswer.ForAnotherReason());

    lift(line);
    assertThat(world.operator.subscribers).containsEntry(line.imsi(), before);
    assertThat(bars.lift(line.id(), Bar.Reason.LOST, AGENT)).isEqualTo(new LiftAnswer.NotBarred());
    assertThat(bars.ofLine(line.id()))
        .singleElement()
        .satisfies(it -> assertThat(it.standing()).isEqualTo(Bar.Standing.OVER));
    assertThat(rows()).isZero();
    assertThat(told("barred", line)).isTrue();
    World.await("word of it", () -> told("bar-lifted", line));
  }

  @Test
  void waitsForANetworkThatIsDownAndRemembersAllTheSame() {
    var line = aLine();
    Subscriber before = dataOnly(line);
    bar(line.id());
    world.operator.down = true;
    world.tick(Duration.ofMinutes(1));
    world.operator.down = false;
    barred(line);
    lift(line);
    assertThat(world.operator.subscribers).containsEntry(line.imsi(), before);
  }

  @Test
  void nobodyBarsTheirOwnLineOrOneThatIsNotThere() {
    var line = aLine();
    world.operator.add(line);
    assertThat(bars.bar(line.id(), Bar.Reason.LOST, "", Language.EN, Actor.staff(line.partyId())))
        .isEqualTo(new BarAnswer.OwnLine());
    assertThat(bar(new LineId("L-none"))).isEqualTo(new BarAnswer.NoSuchLine());
    world.operator.down = true;
    assertThat(bar(line.id())).isEqualTo(new BarAnswer.Unavailable());
  }

  @Test
  void aBarLiftedWhileACancellationHasBarredLeavesItBarredAndTheRetractionGivesAllBack() {
    var line = aLine();
    Subscriber before = dataOnly(line);
    bar(line.id());
    barred(line);
    var story = barredForItsEnd(line);

    lift(line);
    assertThat(subscriber(line).barred()).isTrue();

    assertThat(story.retract()).isEqualTo(new RetractAnswer.Retracted());
    story.expect(LineTrack.RETRACTED);
    over(story);
    assertThat(world.operator.subscribers).containsEntry(line.imsi(), before);
    assertThat(rows()).isZero();
  }

  @Test
  void aRetractionLeavesALineBarredWhoseSimWasLostMeanwhile() {
    var line = aLine();
    Subscriber before = dataOnly(line);
    var story = barredForItsEnd(line);
    bar(line.id());
    barred(line);

    assertThat(story.retract()).isEqualTo(new RetractAnswer.Retracted());
    story.expect(LineTrack.RETRACTED);
    over(story);
    assertThat(subscriber(line).barred()).isTrue();
    assertThat(bars.on(line.id())).map(Bar::standing).contains(Bar.Standing.BARRED);

    lift(line);
    assertThat(world.operator.subscribers).containsEntry(line.imsi(), before);
    assertThat(rows()).isZero();
  }

  @Test
  void aRetractionBeforeTheBarDoesNotTouchTheLostLinesBar() {
    var line = aLine();
    Subscriber before = dataOnly(line);
    var story = Story.given(world, line).whenHolderCancels().whenApproved();
    world.operator.subscribers.put(line.imsi(), before);
    bar(line.id());
    barred(line);
    story.at("withdrawal-window");
    assertThat(story.retract()).isEqualTo(new RetractAnswer.Retracted());
    over(story);
    assertThat(subscriber(line).barred()).isTrue();
    lift(line);
    assertThat(world.operator.subscribers).containsEntry(line.imsi(), before);
  }

  @Test
  void aLineEndsThatWasLostAndItsBarEndsWithIt() {
    var line = aLine();
    world.operator.add(line);
    bar(line.id());
    barred(line);
    var story = Story.given(world, line);
    world.operator.subscribers.put(
        line.imsi(), new Subscriber(line.imsi(), line.number().digits(), false, false));
    story.whenHolderCancels().whenItsDayComes().expect(LineTrack.ENDED);
    World.await("the bar to be over", () -> bars.on(line.id()).isEmpty());
    assertThat(world.operator.subscribers).doesNotContainKey(line.imsi());
    assertThat(rows()).isZero();
    assertThat(told("bar-lifted", line)).isFalse();
  }

  @Test
  void nobodyBarsWhileACallThatGivesServicesBackMayBeUnderWay() {
    var holds = world.bean(Holds.class);
    var line = new LineId("L-race");
    var all = new io.onhook.bar.Services(true, true);
    assertThat(holds.place(line, "bar/1", all)).isEmpty();
    assertThat(holds.release(line, "bar/1", all, Duration.ofSeconds(5)))
        .isEqualTo(new Holds.Release.GiveBack(all));
    var none = new io.onhook.bar.Services(false, false);
    assertThat(holds.place(line, "case/2", none)).isPresent();
    world.clock.advance(Duration.ofSeconds(10));
    assertThat(holds.place(line, "case/2", none)).isEmpty();
    assertThat(holds.before(line)).contains(all);
    // The first one's call was lost: it must not be tried again.
    assertThat(holds.release(line, "bar/1", all, Duration.ofSeconds(5)))
        .isEqualTo(new Holds.Release.KeptByAnother());
    assertThat(holds.release(line, "case/2", none, Duration.ofSeconds(5)))
        .isEqualTo(new Holds.Release.GiveBack(all));
    holds.givenBack(line, "case/2");
    assertThat(holds.before(line)).isEmpty();
  }

  /** Barred by its cancellation, which waits for dues. */
  private Story barredForItsEnd(LineFixture line) {
    @Nullable Subscriber as = world.operator.subscribers.get(line.imsi());
    var story = Story.given(world, line);
    if (as != null) {
      world.operator.subscribers.put(line.imsi(), as);
    }
    line.balances.add(new Bill.Charge("usage", "Calls since the last bill", cny(5000)));
    return story.whenHolderCancels().whenItsDayComes().expect(LineTrack.YOUR_TURN);
  }

  private Subscriber dataOnly(LineFixture line) {
    world.operator.add(line);
    var before = new Subscriber(line.imsi(), line.number().digits(), false, true);
    world.operator.subscribers.put(line.imsi(), before);
    return before;
  }

  private BarAnswer bar(LineId line) {
    return bars.bar(line, Bar.Reason.LOST, "by phone", Language.EN, AGENT);
  }

  private void barred(LineFixture line) {
    World.await(
        "the bar",
        () -> {
          world.tick(Duration.ofSeconds(5));
          return bars.on(line.id()).orElseThrow().standing() == Bar.Standing.BARRED;
        });
    assertThat(subscriber(line).barred()).isTrue();
  }

  private void lift(LineFixture line) {
    assertThat(bars.lift(line.id(), Bar.Reason.LOST, AGENT)).isEqualTo(new LiftAnswer.Asked());
    World.await(
        "the lifting",
        () -> {
          world.tick(Duration.ofSeconds(5));
          return bars.on(line.id()).isEmpty();
        });
  }

  private Subscriber subscriber(LineFixture line) {
    return java.util.Objects.requireNonNull(world.operator.subscribers.get(line.imsi()));
  }

  private void over(Story story) {
    World.await(
        "the case to be over",
        () -> {
          world.tick(Duration.ofSeconds(5));
          return world.cases().find(story.view().caseId()).orElseThrow().ending() != null;
        });
  }

  /** Lines that somebody keeps barred. */
  private int rows() {
    return JdbcClient.create(world.database.owner())
        .sql("SELECT count(*) FROM bar.line WHERE line <> 'L-race'")
        .query(Integer.class)
        .single();
  }

  private boolean told(String template, LineFixture line) {
    return bars.ofLine(line.id()).stream()
        .anyMatch(
            bar ->
                world
                    .cases()
                    .find("notice", "bar/" + bar.id() + "/" + template + "-1")
                    .isPresent());
  }
}
