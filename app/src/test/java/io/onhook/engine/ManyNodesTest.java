package io.onhook.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.engine.CaseView.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several nodes on one database share the work and never do a thing twice. */
class ManyNodesTest {
  private final EngineLab lab = new EngineLab();

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void twoNodesRaceForOneQueueAndDoEachEffectOnce() {
    Engine full = lab.node("full", 5);
    Engine helper = lab.node("helper", 50);
    var ids = new ArrayList<CaseId>();
    for (int i = 0; i < 200; i++) {
      ids.add(lab.start(full, Journey.to("trip-" + i)));
    }
    EngineLab.await("all cases to end", () -> lab.count("engine.live_case") == 0);
    assertThat(lab.partner.effects).hasSize(400);
    assertThat(new HashSet<>(lab.partner.effects)).hasSize(400);
    assertThat(ids)
        .allSatisfy(
            id ->
                assertThat(helper.cases().find(id).orElseThrow().ending())
                    .isEqualTo(new Ending.Completed()));
  }

  @Test
  void takesOverFromANodeThatFellSilentAndAsksFirst() throws InterruptedException {
    var reached = new CountDownLatch(1);
    var open = new CountDownLatch(1);
    lab.partner.holds("leave", reached, open);
    Engine silent = lab.node("silent");
    CaseId id = lab.start(silent, Journey.to("rome"));
    reached.await();
    // The node pauses past its lease: nobody renews it, and its call stays under way.
    lab.pause(silent);
    Engine other = lab.node("other");
    lab.expire(silent);
    EngineLab.await("the other node to ask", () -> !lab.partner.questions.isEmpty());
    lab.partner.onCall = step -> {};
    lab.awaitEnd(other, id);
    long before = lab.journal.entries(id.value()).size();
    // It wakes up with its answer in hand, and finds itself fenced off.
    open.countDown();
    EngineLab.await("the late packet to arrive", () -> lab.partner.steps().size() == 3);
    assertThat(lab.journal.entries(id.value())).hasSize((int) before);
  }

  @Test
  void aDecisionMadeAtOneNodeMovesTheCaseThere() {
    Engine first = lab.node("first");
    CaseId id = lab.start(first, Journey.to("rome").reviewed());
    lab.awaitStanding(first, id, "review", Standing.DECISION);
    Engine second = lab.node("second");
    lab.signal(second, id, "review", "{\"answer\":\"yes\"}");
    assertThat(lab.awaitEnd(first, id)).isEqualTo(new Ending.Completed());
  }

  @Test
  void sixteenPeopleDecideAtOnceAndOneIsHeard() throws InterruptedException {
    Engine engine = lab.node("a");
    CaseId id = lab.start(engine, Journey.to("rome").reviewed());
    lab.awaitStanding(engine, id, "review", Standing.DECISION);
    var answers = java.util.Collections.synchronizedList(new ArrayList<SignalAnswer>());
    List<Thread> people =
        java.util.stream.IntStream.range(0, 16)
            .mapToObj(
                n ->
                    Thread.ofVirtual()
                        .start(
                            () ->
                                answers.add(lab.signal(engine, id, "review", "{\"n\":" + n + "}"))))
            .toList();
    for (Thread person : people) {
      person.join();
    }
    assertThat(answers.stream().filter(SignalAnswer.Accepted.class::isInstance)).hasSize(1);
    assertThat(lab.awaitEnd(engine, id)).isEqualTo(new Ending.Completed());
  }
}
