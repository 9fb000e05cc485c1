package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.engine.CaseId;
import io.onhook.engine.CaseView;
import io.onhook.engine.PersonAnswer;
import io.onhook.policy.Fate;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.WorkQuery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An amount in a currency that nothing is reckoned in: said plainly, and a person is told. */
class OddAmountTest {
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void tellsAPersonOnceADayUntilItIsPutRight() {
    LineFixture line = aLine();
    Story story = given(world, line);
    world.operator.billsInDollars = true;

    for (int looks = 0; looks < 2; looks++) {
      assertThat(world.cancellations().check(line.id(), null, story.holder()))
          .isInstanceOf(CheckAnswer.NotReckonable.class);
    }
    World.await("work for a person", () -> !parked().isEmpty());
    assertThat(parked())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("bill B-1 is in USD, not in CNY"));

    world.operator.billsInDollars = false;
    CaseId id = parked().getFirst().caseId();
    world.cases().answer(id, PersonAnswer.RETRY, "put right at billing", Story.REVIEWER);
    World.await(
        "the end",
        () -> world.cases().find(id).orElseThrow().standing() == CaseView.Standing.ENDED);
    assertThat(world.cancellations().check(line.id(), null, story.holder()))
        .isInstanceOf(CheckAnswer.Checked.class);

    world.operator.billsInDollars = true;
    world.tick(Duration.ofDays(1));
    world.cancellations().check(line.id(), null, story.holder());
    World.await("work for a person again", () -> !parked().isEmpty());
  }

  @Test
  void tellsOfARequestThatNobodyLookedAtBefore() {
    LineFixture line = aLine();
    Story story = given(world, line);
    world.operator.billsInDollars = true;
    assertThat(story.whenHolderCancels().answer()).isInstanceOf(SubmitAnswer.NotReckonable.class);
    World.await("work for a person", () -> !parked().isEmpty());
  }

  @Test
  void tellsOfTheSecondaryLineWhoseAmountItIs() {
    LineFixture child = aLine();
    LineFixture main = aLine().withSecondary(child);
    world.operator.add(child);
    Story story = given(world, main).deciding(Map.of(child.id().value(), Fate.CANCEL));
    world.operator.billedInDollars = child.id();
    assertThat(story.whenHolderCancels().answer())
        .isInstanceOfSatisfying(
            SubmitAnswer.NotReckonable.class, it -> assertThat(it.line()).isEqualTo(child.id()));
    World.await("work for a person", () -> !parked().isEmpty());
  }

  @Test
  void aCaseUnderWayWaitsForAPersonAtOnce() {
    LineFixture line = aLine();
    Story story = given(world, line).whenHolderCancels().whenApproved().expect(LineTrack.SCHEDULED);
    world.operator.billsInDollars = true;
    story.tick(Duration.ofDays(4));
    World.await(
        "work for a person",
        () -> parked().stream().anyMatch(it -> it.process().startsWith("cancellation")));
  }

  /** Billing was moved to another currency, and the pack in force with it; this case was not. */
  @Test
  void aCaseWhosePackHasAnotherCurrencyWaitsForAPersonWithWordsForIt() {
    LineFixture line = aLine();
    Story story = given(world, line).whenHolderCancels().whenApproved().expect(LineTrack.SCHEDULED);
    world.operator.currency = "EUR";
    line.in("EUR");
    story.tick(Duration.ofDays(4));
    World.await("work for a person", () -> !parked().isEmpty());
    assertThat(parked())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).isEqualTo("pack-in-another-currency"));
    story.effects("announce-end");

    world.operator.currency = "CNY";
    line.in("CNY");
    world
        .cases()
        .answer(parked().getFirst().caseId(), PersonAnswer.RETRY, "set back", Story.REVIEWER);
    story.lastWords().expect(LineTrack.ENDED);
  }

  private List<WorkItem> parked() {
    return world.worklist().open(WorkQuery.of(WorkItem.Kind.PARKED), 0, 10);
  }
}
