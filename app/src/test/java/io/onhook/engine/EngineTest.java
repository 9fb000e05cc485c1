package io.onhook.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.engine.CaseView.Standing;
import io.onhook.engine.Partner.Behaviour;
import io.onhook.shared.Actor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the engine promises a case, on a real database. */
class EngineTest {
  private final EngineLab lab = new EngineLab();
  private final Engine engine = lab.node("a");

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void walksAllStepsOnce() {
    CaseId id = lab.start(engine, Journey.to("rome"));
    assertThat(lab.awaitEnd(engine, id)).isEqualTo(new Ending.Completed());
    assertThat(lab.partner.steps()).containsExactly("bar", "leave");
    assertThat(engine.cases().find(id).orElseThrow().state(Journey.class).log())
        .containsExactly("packed", "bar", "leave", "arrived");
    assertThat(lab.kinds(id))
        .filteredOn(kind -> !kind.startsWith("signal"))
        .containsExactly(
            "started pack",
            "done pack",
            "done review",
            "done bar",
            "done postcard",
            "done leave",
            "done arrive");
  }

  @Test
  void startsOnceForAKey() {
    CaseId first = lab.start(engine, Journey.to("rome"));
    CaseId second = lab.start(engine, Journey.to("rome"));
    assertThat(second).isEqualTo(first);
    lab.awaitEnd(engine, first);
    assertThat(lab.start(engine, Journey.to("rome"))).isEqualTo(first);
    assertThat(lab.partner.effects).hasSize(2);
  }

  @Test
  void leavesMemoryWhileItWaitsAndGoesOnWhenTheTimeComes() {
    CaseId id =
        lab.start(engine, Journey.to("rome").endingAt(EngineLab.START.plus(Duration.ofDays(14))));
    lab.awaitStanding(engine, id, "end-date", Standing.WAITING);
    assertThat(lab.count("engine.live_case WHERE owner IS NULL")).isEqualTo(1);
    lab.tick(Duration.ofDays(13));
    assertThat(lab.partner.effects).isEmpty();
    lab.tick(Duration.ofDays(1));
    lab.awaitEnd(engine, id);
    assertThat(lab.count("engine.timer")).isZero();
    assertThat(lab.count("engine.live_case")).isZero();
  }

  @Test
  void asksAfterASilenceAndNeverRepeatsWhatHappened() {
    lab.partner.behaves("leave", Behaviour.DOES_AND_STAYS_SILENT);
    CaseId id = lab.start(engine, Journey.to("rome"));
    lab.awaitStanding(engine, id, "leave", Standing.WAITING);
    lab.tick(Duration.ofSeconds(5));
    lab.awaitEnd(engine, id);
    assertThat(lab.partner.steps()).containsExactly("bar", "leave");
    assertThat(lab.partner.questions).hasSize(1);
  }

  @Test
  void repeatsWhatCertainlyDidNotHappen() {
    lab.partner.behaves("leave", Behaviour.STAYS_SILENT);
    CaseId id = lab.start(engine, Journey.to("rome"));
    lab.awaitStanding(engine, id, "leave", Standing.WAITING);
    lab.tick(Duration.ofSeconds(5));
    lab.awaitEnd(engine, id);
    assertThat(lab.partner.steps()).containsExactly("bar", "leave");
    assertThat(lab.kinds(id)).contains("unknown leave", "retries leave", "retrying leave");
  }

  @Test
  void waitsForAPersonAndTakesTheDecisionOnce() {
    CaseId id = lab.start(engine, Journey.to("rome").reviewed());
    lab.awaitStanding(engine, id, "review", Standing.DECISION);
    assertThat(lab.signal(engine, id, "review", "{\"answer\":\"yes\"}"))
        .isEqualTo(new SignalAnswer.Accepted());
    lab.awaitEnd(engine, id);
    assertThat(lab.signal(engine, id, "review", "{\"answer\":\"no\"}"))
        .isEqualTo(new SignalAnswer.Ended(new Ending.Completed()));
    assertThat(lab.entries(id)).anyMatch(e -> e.actor().equals(Actor.staff("lin")));
  }

  @Test
  void asksThePersonAnewAndHearsTheNewAnswer() {
    CaseId id = lab.start(engine, Journey.to("rome").reviewed());
    lab.awaitStanding(engine, id, "review", Standing.DECISION);
    lab.signal(engine, id, "review", "{\"answer\":\"unclear\"}");
    EngineLab.await("the question", () -> lab.kinds(id).getLast().equals("decision-needed review"));
    assertThat(lab.entries(id).getLast().actor()).isEqualTo(Actor.staff("lin"));
    assertThat(
            engine
                .cases()
                .signal(id, new Signal("review", "second", Actor.staff("wu"), "{\"a\":\"yes\"}")))
        .isEqualTo(new SignalAnswer.Accepted());
    assertThat(lab.awaitEnd(engine, id)).isEqualTo(new Ending.Completed());
    assertThat(lab.kinds(id)).filteredOn("decision-needed review"::equals).hasSize(2);
  }

  @Test
  void hearsTheSameAnswerAgainLaterAndAsksNobodyTwice() {
    CaseId id = lab.start(engine, Journey.to("rome").reviewed());
    lab.awaitStanding(engine, id, "review", Standing.DECISION);
    lab.signal(engine, id, "review", "{\"answer\":\"later\"}");
    lab.awaitStanding(engine, id, "review", Standing.WAITING);
    lab.tick(Duration.ofSeconds(6));
    assertThat(lab.awaitEnd(engine, id)).isEqualTo(new Ending.Completed());
    assertThat(lab.kinds(id)).filteredOn("decision-needed review"::equals).hasSize(1);
  }

  @Test
  void endsAsRefusedWhenThePersonSaysNo() {
    CaseId id = lab.start(engine, Journey.to("rome").reviewed());
    lab.awaitStanding(engine, id, "review", Standing.DECISION);
    lab.signal(engine, id, "review", "{\"answer\":\"no\"}");
    assertThat(lab.awaitEnd(engine, id)).isEqualTo(new Ending.Refused("not-approved"));
    assertThat(lab.partner.effects).isEmpty();
  }

  @Test
  void refusesADecisionThatNobodyAskedFor() {
    CaseId id =
        lab.start(engine, Journey.to("rome").endingAt(EngineLab.START.plus(Duration.ofDays(1))));
    lab.awaitStanding(engine, id, "end-date", Standing.WAITING);
    assertThat(lab.signal(engine, id, "review", "{}"))
        .isEqualTo(new SignalAnswer.NotExpected("end-date"));
  }

  @Test
  void undoesWhatWasDoneWhenTakenBackDuringACall() throws InterruptedException {
    var reached = new CountDownLatch(1);
    var open = new CountDownLatch(1);
    lab.partner.holds("bar", reached, open);
    CaseId id = lab.start(engine, Journey.to("rome"));
    reached.await();
    assertThat(lab.signal(engine, id, Signal.RETRACTION, "{}"))
        .isEqualTo(new SignalAnswer.Accepted());
    open.countDown();
    assertThat(lab.awaitEnd(engine, id)).isEqualTo(new Ending.Retracted());
    assertThat(lab.partner.steps()).containsExactly("bar", "bar-undo");
  }

  @Test
  void takesBackWhatItsPartnerSaysIsNotDoneBecauseThePartnerMayBeBehind() {
    lab.partner.behaves("bar", Behaviour.DOES_AND_FORGETS);
    CaseId id = lab.start(engine, Journey.to("rome"));
    lab.awaitStanding(engine, id, "bar", Standing.WAITING);
    assertThat(lab.signal(engine, id, Signal.RETRACTION, "{}"))
        .isEqualTo(new SignalAnswer.Accepted());
    assertThat(lab.awaitEnd(engine, id)).isEqualTo(new Ending.Retracted());
    assertThat(lab.partner.steps()).containsExactly("bar", "bar-undo");
  }

  @Test
  void undoesNothingThatWasNeverCalled() {
    CaseId id =
        lab.start(engine, Journey.to("rome").endingAt(EngineLab.START.plus(Duration.ofDays(1))));
    lab.awaitStanding(engine, id, "end-date", Standing.WAITING);
    assertThat(lab.signal(engine, id, Signal.RETRACTION, "{}"))
        .isEqualTo(new SignalAnswer.Accepted());
    assertThat(lab.awaitEnd(engine, id)).isEqualTo(new Ending.Retracted());
    assertThat(lab.partner.effects).isEmpty();
  }

  @Test
  void refusesARetractionBehindThePointOfNoReturn() throws InterruptedException {
    var reached = new CountDownLatch(1);
    var open = new CountDownLatch(1);
    lab.partner.holds("leave", reached, open);
    CaseId id = lab.start(engine, Journey.to("rome"));
    reached.await();
    assertThat(lab.signal(engine, id, Signal.RETRACTION, "{}"))
        .isEqualTo(new SignalAnswer.TooLate("leave"));
    open.countDown();
    assertThat(lab.awaitEnd(engine, id)).isEqualTo(new Ending.Completed());
  }

  @Test
  void childSignalsItsParent() {
    CaseId id = lab.start(engine, Journey.to("rome").waitingForDues());
    assertThat(lab.awaitEnd(engine, id)).isEqualTo(new Ending.Completed());
    assertThat(lab.count("engine.ended_case")).isEqualTo(2);
  }

  @Test
  void parksABugAloneAndRunsAgainWhenToldTo() {
    CaseId bug = lab.start(engine, Journey.to("bug"));
    CaseId fine = lab.start(engine, Journey.to("rome"));
    lab.awaitEnd(engine, fine);
    lab.awaitStanding(engine, bug, "pack", Standing.PARKED);
    assertThat(engine.cases().parked(10)).hasSize(1);
    assertThat(
            engine.cases().answer(bug, PersonAnswer.HAPPENED, "packed by hand", Actor.staff("lin")))
        .isEqualTo(new SignalAnswer.Accepted());
    assertThat(lab.awaitEnd(engine, bug)).isEqualTo(new Ending.Completed());
  }

  @Test
  void parksOnlyThePoisonedCaseOfABatch() {
    CaseId poison = lab.start(engine, Journey.to("poison"));
    for (int i = 0; i < 50; i++) {
      lab.start(engine, Journey.to("fine-" + i));
    }
    lab.awaitStanding(engine, poison, "pack", Standing.PARKED);
    EngineLab.await("all others to end", () -> lab.count("engine.live_case") == 1);
    assertThat(lab.partner.effects).hasSize(100);
  }

  @Test
  void refusesAtOnceAndWritesItsClosing() {
    CaseId id = lab.start(engine, Journey.to("refused"));
    assertThat(lab.awaitEnd(engine, id)).isEqualTo(new Ending.Refused("no-luggage"));
    assertThat(lab.count("stamp WHERE key = 'refused/closed'")).isEqualTo(1);
  }

  @Test
  void parksACaseThatItCantReadAloneAndGoesOnWhenItCan() {
    CaseId unreadable = waiting("rome");
    CaseId fine = waiting("oslo");
    String state = state(unreadable);
    change(unreadable, "state", "{\"name\":[");
    lab.tick(Duration.ofDays(14));
    lab.awaitEnd(engine, fine);
    lab.awaitStanding(engine, unreadable, "end-date", Standing.PARKED);
    assertThat(state(unreadable)).isEqualTo("{\"name\":[");

    change(unreadable, "state", state);
    engine.cases().answer(unreadable, PersonAnswer.RETRY, "put right", Actor.staff("lin"));
    assertThat(lab.awaitEnd(engine, unreadable)).isEqualTo(new Ending.Completed());
  }

  @Test
  void leavesACaseOfANewerProcessToNewerPrograms() {
    CaseId newer = waiting("rome");
    CaseId fine = waiting("oslo");
    change(newer, "process", "journey/99");
    lab.tick(Duration.ofDays(14));
    lab.awaitEnd(engine, fine);
    EngineLab.await(
        "the case to be left",
        () -> lab.count("engine.ready WHERE case_id = " + newer.value()) == 1);
    assertThat(lab.count("engine.live_case WHERE phase = 1")).isEqualTo(1);

    change(newer, "process", "journey/1");
    assertThat(lab.awaitEnd(engine, newer)).isEqualTo(new Ending.Completed());
  }

  @Test
  void casesOfNewerProgramsDoNotKeepOthersWaiting() {
    engine.stop();
    Engine small = lab.node("small", 4);
    List<CaseId> newer =
        Stream.of("rome", "riga", "bern", "graz", "lima", "cork")
            .map(name -> waiting(small, name))
            .toList();
    CaseId fine = waiting(small, "oslo");
    newer.forEach(id -> change(id, "process", "journey/99"));
    lab.tick(Duration.ofDays(14));
    assertThat(lab.awaitEnd(small, fine)).isEqualTo(new Ending.Completed());
    small.stop();
  }

  private CaseId waiting(String name) {
    return waiting(engine, name);
  }

  private CaseId waiting(Engine engine, String name) {
    CaseId id =
        lab.start(engine, Journey.to(name).endingAt(EngineLab.START.plus(Duration.ofDays(14))));
    lab.awaitStanding(engine, id, "end-date", Standing.WAITING);
    return id;
  }

  private String state(CaseId id) {
    return lab.sql
        .sql("SELECT state FROM engine.live_case WHERE id = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }

  private void change(CaseId id, String column, String value) {
    lab.sql
        .sql("UPDATE engine.live_case SET " + column + " = ? WHERE id = ?")
        .params(value, id.value())
        .update();
  }
}
