package io.onhook.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.engine.CaseId;
import io.onhook.engine.LocalWrite;
import io.onhook.engine.PersonDone;
import io.onhook.engine.PersonNeeded;
import io.onhook.engine.WriteHandler;
import io.onhook.journal.Journal;
import io.onhook.policy.PackFixture;
import io.onhook.policy.Packs;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Work for people, on a real database. */
class WorklistTest {
  // A Friday: working days jump the weekend.
  private static final Instant FRIDAY = Instant.parse("2026-03-06T04:00:00Z");
  private static final CaseId CASE = new CaseId(7);

  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(FRIDAY);
  private final Journal journal = new Journal(database.application(), clock);
  private final Worklist worklist =
      new Worklist(
          database.application(),
          new DataSourceTransactionManager(database.application()),
          journal,
          clock);
  private final PersonNeededHandler needed =
      new PersonNeededHandler(
          new WorkDeadline(new Packs(List.of(PackFixture.defaultPack().load()), "default")));

  @Test
  void comesAndGoesWithTheCase() {
    raise(CASE, true);
    assertThat(worklist.open(WorkQuery.of(WorkItem.Kind.DECISION), 10))
        .extracting(WorkItem::caseId)
        .containsExactly(CASE);
    assertThat(worklist.count(WorkQuery.of(WorkItem.Kind.PARKED))).isZero();

    write(new PersonDoneHandler(), new PersonDone(CASE, "review", clock.instant()));
    assertThat(worklist.open(WorkQuery.of(WorkItem.Kind.DECISION), 10)).isEmpty();
    assertThat(worklist.ofCase(CASE)).isEmpty();
    assertThat(worklist.history(CASE)).hasSize(1);
  }

  @Test
  void isRaisedOnceHoweverOftenItIsTold() {
    raise(CASE, true);
    raise(CASE, true);
    assertThat(worklist.history(CASE)).hasSize(1);
  }

  @Test
  void isDueAfterWorkingDaysTheMostUrgentFirst() {
    raise(CASE, true);
    raise(new CaseId(8), false);
    WorkItem decision = item();
    // Five working days from a Friday end with the next Friday, in Shanghai.
    assertThat(decision.dueAt()).isEqualTo(Instant.parse("2026-03-13T16:00:00Z"));
    assertThat(decision.overdue(clock.instant())).isFalse();
    clock.advance(Duration.ofDays(8));
    assertThat(decision.overdue(clock.instant())).isTrue();
    assertThat(worklist.open(WorkQuery.of(WorkItem.Kind.PARKED), 10).getFirst().dueAt())
        .isEqualTo(Instant.parse("2026-03-09T16:00:00Z"));
  }

  @Test
  void aLimitHidesNothingBehindTheWorkOfAnotherProcess() {
    raise(CASE, true);
    raise(new CaseId(8), true);
    clock.advance(Duration.ofDays(8));
    write(
        needed,
        new PersonNeeded(new CaseId(9), "declaration", "match", "why", true, clock.instant()));
    var declarations = WorkQuery.decisionsOf("declaration");
    assertThat(worklist.open(declarations, 1))
        .extracting(WorkItem::caseId)
        .containsExactly(new CaseId(9));
    assertThat(worklist.count(declarations)).isOne();
    assertThat(worklist.count(declarations.overdue(clock.instant()))).isZero();
    assertThat(worklist.count(WorkQuery.decisionsOf("cancellation").overdue(clock.instant())))
        .isEqualTo(2);
  }

  @Test
  void belongsToWhoClaimedItUntilTheClaimLapses() {
    raise(CASE, true);
    long id = item().id();
    assertThat(worklist.claim(id, "lin")).isTrue();
    assertThat(worklist.claim(id, "lin")).isTrue();
    assertThat(worklist.claim(id, "wang")).isFalse();
    assertThat(say("wang", true, 1)).isEqualTo(new VerdictAnswer.ClaimedBy("lin"));

    worklist.release(id, "wang");
    assertThat(item().claimedBy()).contains("lin");
    clock.advance(WorkItemStore.CLAIM);
    assertThat(worklist.claim(id, "wang")).isTrue();
    worklist.release(id, "wang");
    assertThat(item().claimedBy()).isEmpty();
  }

  @Test
  void fourEyesAreTwoPeople() {
    raise(CASE, true);
    assertThat(say("lin", true, 2)).isEqualTo(new VerdictAnswer.NeedsSecondPerson());
    assertThat(say("lin", true, 2)).isEqualTo(new VerdictAnswer.SamePerson());
    assertThat(say("wang", true, 2)).isEqualTo(new VerdictAnswer.Stands());
    assertThat(say("chen", false, 2)).isEqualTo(new VerdictAnswer.NotOpen());
    assertThat(worklist.history(CASE).getFirst().verdicts())
        .extracting(Verdict::staff)
        .containsExactly("lin", "wang");
    assertThat(journal.stream("worklist"))
        .extracting(entry -> entry.actor() + " " + entry.kind() + " " + entry.subject())
        .containsExactly("staff:lin approved 7/review", "staff:wang approved 7/review");
  }

  @Test
  void aNoStandsAtOnceAndIsRemembered() {
    raise(CASE, true);
    assertThat(say("lin", false, 2)).isEqualTo(new VerdictAnswer.Stands());
    assertThat(worklist.ofCase(CASE)).isEmpty();
    assertThat(worklist.history(CASE).getFirst().verdicts().getFirst().reasons())
        .containsExactly("other");
  }

  private VerdictAnswer say(String staff, boolean yes, int people) {
    return worklist.say(
        CASE,
        "review",
        new Verdict(staff, clock.instant(), yes, yes ? List.of() : List.of("other"), "words"),
        people);
  }

  private WorkItem item() {
    return worklist.ofCase(CASE).orElseThrow();
  }

  private void raise(CaseId id, boolean decision) {
    write(needed, new PersonNeeded(id, "cancellation", "review", "why", decision, clock.instant()));
  }

  private <W extends LocalWrite> void write(WriteHandler<W> handler, W write) {
    try (var connection = database.application().getConnection()) {
      assertThat(handler.write(connection, List.of(write))).isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
