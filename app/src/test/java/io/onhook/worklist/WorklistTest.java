package io.onhook.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.engine.CaseId;
import io.onhook.engine.LocalWrite;
import io.onhook.engine.PersonDone;
import io.onhook.engine.PersonNeeded;
import io.onhook.engine.WriteHandler;
import io.onhook.journal.Journal;
import io.onhook.policy.PackFixture;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Work for people, on a real database. */
class WorklistTest {
  // A Friday: working days jump the weekend.
  private static final Instant FRIDAY = Instant.parse("2026-03-06T04:00:00Z");
  private static final CaseId CASE = new CaseId(7);
  private static final Duration CLAIM = Duration.ofMinutes(20);

  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(FRIDAY);
  private final Journal journal = new Journal(database.application(), clock);
  private final Worklist worklist =
      new Worklist(
          database.application(),
          new DataSourceTransactionManager(database.application()),
          journal,
          new WorkSettings(CLAIM),
          clock);
  private final PersonNeededHandler needed =
      new PersonNeededHandler(
          new WorkDeadline(new Packs(List.of(PackFixture.defaultPack().load()), "default")));

  @Test
  void comesAndGoesWithTheCase() {
    raise(CASE, true);
    assertThat(worklist.open(WorkQuery.of(WorkItem.Kind.DECISION), 0, 10))
        .extracting(WorkItem::caseId)
        .containsExactly(CASE);
    assertThat(worklist.count(WorkQuery.of(WorkItem.Kind.PARKED))).isZero();

    write(new PersonDoneHandler(), new PersonDone(CASE, "review", clock.instant()));
    assertThat(worklist.open(WorkQuery.of(WorkItem.Kind.DECISION), 0, 10)).isEmpty();
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
    assertThat(worklist.open(WorkQuery.of(WorkItem.Kind.PARKED), 0, 10).getFirst().dueAt())
        .isEqualTo(Instant.parse("2026-03-09T16:00:00Z"));
  }

  @Test
  void aLimitHidesNothingBehindTheWorkOfAnotherProcess() {
    raise(CASE, true);
    raise(new CaseId(8), true);
    clock.advance(Duration.ofDays(8));
    write(
        needed,
        new PersonNeeded(
            new CaseId(9), "declaration", "match", "why", true, clock.instant(), "", null));
    var declarations = WorkQuery.decisionsOf("declaration");
    assertThat(worklist.open(declarations, 0, 1))
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
    assertThat(worklist.claim(id, "lin")).isEqualTo(new ClaimAnswer.Claimed());
    assertThat(worklist.claim(id, "lin")).isEqualTo(new ClaimAnswer.Claimed());
    assertThat(worklist.claim(id, "wang")).isEqualTo(new ClaimAnswer.TakenBy("lin"));
    assertThat(say("wang", true, 1)).isEqualTo(new VerdictAnswer.ClaimedBy("lin"));

    worklist.release(id, "wang");
    assertThat(item().claimedBy()).contains("lin");
    clock.advance(CLAIM);
    assertThat(item().claimedBy()).as("a claim that has lapsed is shown to nobody").isEmpty();
    assertThat(worklist.claim(id, "wang")).isEqualTo(new ClaimAnswer.Claimed());
    worklist.release(id, "wang");
    assertThat(item().claimedBy()).isEmpty();
    assertThat(say("lin", true, 1)).isEqualTo(new VerdictAnswer.Stands());
    assertThat(worklist.claim(id, "wang")).isEqualTo(new ClaimAnswer.NotOpen());
  }

  @Test
  void ofTwoWhoClaimAtOnceOneHasItAndTheOtherIsToldWho() throws Exception {
    for (int round = 0; round < 20; round++) {
      raise(new CaseId(100 + round), true);
      long id = worklist.ofCase(new CaseId(100 + round)).orElseThrow().id();
      var start = new CyclicBarrier(2);
      try (var people = Executors.newFixedThreadPool(2)) {
        Future<ClaimAnswer> lin = people.submit(() -> claimed(start, id, "lin"));
        Future<ClaimAnswer> wang = people.submit(() -> claimed(start, id, "wang"));
        boolean linFirst = lin.get() instanceof ClaimAnswer.Claimed;
        assertThat(linFirst ? wang.get() : lin.get())
            .isEqualTo(new ClaimAnswer.TakenBy(linFirst ? "lin" : "wang"));
      }
    }
  }

  private ClaimAnswer claimed(CyclicBarrier start, long id, String staff) throws Exception {
    start.await();
    return worklist.claim(id, staff);
  }

  @Test
  void aClaimIsLongEnoughToWorkAndShortEnoughToEnd() {
    assertThatThrownBy(() -> new WorkSettings(Duration.ZERO))
        .hasMessageContaining("onhook.worklist.claim")
        .hasMessageContaining("30m");
    assertThatThrownBy(() -> new WorkSettings(Duration.ofDays(2)))
        .hasMessageContaining("at most a day");
  }

  @Test
  void isFilteredInTheQuery() {
    raise(CASE, "review", "web", null);
    raise(new CaseId(8), "review", "branch", null);
    raise(new CaseId(9), "settle", "web", null);
    assertThat(found(query().atStep("review"))).containsExactly(7L, 8L);
    assertThat(found(query().labelled("web"))).containsExactly(7L, 9L);
    assertThat(found(query().atStep("review").labelled("web"))).containsExactly(7L);
    worklist.claim(item().id(), "lin");
    assertThat(found(query().of("lin"))).containsExactly(7L);
    assertThat(found(query().of("wang"))).isEmpty();
    assertThat(found(query().in(WorkQuery.State.CLAIMED))).containsExactly(7L);
    assertThat(found(query().in(WorkQuery.State.FREE))).containsExactly(8L, 9L);
    clock.advance(CLAIM);
    assertThat(found(query().of("lin"))).isEmpty();
    assertThat(found(query().in(WorkQuery.State.FREE))).containsExactly(7L, 8L, 9L);
    say("lin", true, 2);
    assertThat(found(query().in(WorkQuery.State.SECOND))).containsExactly(7L);
    assertThat(worklist.open(query(), 1, 1))
        .extracting(WorkItem::caseId)
        .containsExactly(new CaseId(8));
  }

  @Test
  void isDueWhenItWasPromisedWheneverTheReviewBegins() {
    Instant promised = FRIDAY.plus(Duration.ofHours(3));
    raise(CASE, "review", "web", promised);
    raise(new CaseId(8), "review", "web", FRIDAY.plus(Duration.ofHours(1)));
    assertThat(item().dueAt()).isEqualTo(promised);
    assertThat(found(query())).containsExactly(8L, 7L);
  }

  private static WorkQuery query() {
    return WorkQuery.decisionsOf("cancellation");
  }

  private List<Long> found(WorkQuery query) {
    return worklist.open(query, 0, 10).stream().map(item -> item.caseId().value()).toList();
  }

  private void raise(CaseId id, String step, String label, @Nullable Instant due) {
    write(
        needed,
        new PersonNeeded(id, "cancellation", step, "why", true, clock.instant(), label, due));
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
  void twoWhoSpeakAtOnceAreTwoAndOneWhoSpeaksTwiceIsOne() throws Exception {
    for (int round = 0; round < 10; round++) {
      CaseId two = new CaseId(200 + round);
      CaseId one = new CaseId(300 + round);
      raise(two, true);
      raise(one, true);
      assertThat(atOnce(two, "lin", "wang"))
          .containsExactlyInAnyOrder(
              new VerdictAnswer.NeedsSecondPerson(), new VerdictAnswer.Stands());
      assertThat(atOnce(one, "lin", "lin"))
          .containsExactlyInAnyOrder(
              new VerdictAnswer.NeedsSecondPerson(), new VerdictAnswer.SamePerson());
    }
  }

  private List<VerdictAnswer> atOnce(CaseId id, String one, String other) throws Exception {
    var start = new CyclicBarrier(2);
    try (var people = Executors.newFixedThreadPool(2)) {
      Future<VerdictAnswer> first = people.submit(() -> approved(start, id, one));
      Future<VerdictAnswer> second = people.submit(() -> approved(start, id, other));
      return List.of(first.get(), second.get());
    }
  }

  private VerdictAnswer approved(CyclicBarrier start, CaseId id, String staff) throws Exception {
    start.await();
    var yes = new Verdict(staff, clock.instant(), true, List.of(), "");
    return worklist.say(id, "review", yes, 2);
  }

  @Test
  void handedToSomebodyElseItComesBackAndAllIsSaidAnew() {
    raise(CASE, true);
    say("lin", true, 2);
    Instant until = FRIDAY.plus(Duration.ofDays(3));
    Instant due = FRIDAY.plus(Duration.ofDays(9));
    assertThat(worklist.ask(CASE, "review", Actor.staff("wang"), until, due))
        .isEqualTo(new AskAnswer.Asked());
    assertThat(worklist.ask(CASE, "review", Actor.staff("wang"), until, due))
        .isEqualTo(new AskAnswer.Waits());
    assertThat(found(query())).isEmpty();
    assertThat(found(query().in(WorkQuery.State.WAITING))).containsExactly(7L);
    assertThat(item().dueAt()).isEqualTo(due);
    write(new BackToStaffHandler(), new BackToStaff(CASE, "review", FRIDAY));
    write(new BackToStaffHandler(), new BackToStaff(CASE, "review", due));
    assertThat(item().dueAt()).as("it came back once").isEqualTo(FRIDAY);
    assertThat(item().standing()).isEmpty();
    assertThat(say("lin", true, 2)).isEqualTo(new VerdictAnswer.NeedsSecondPerson());
    assertThat(say("wang", true, 2)).isEqualTo(new VerdictAnswer.Stands());
    assertThat(worklist.ask(CASE, "review", Actor.staff("wang"), until, due))
        .isEqualTo(new AskAnswer.NotOpen());
  }

  @Test
  void whoApprovedAndThenSeesWhatIsWrongCanStillSayNo() {
    raise(CASE, true);
    assertThat(say("lin", true, 2)).isEqualTo(new VerdictAnswer.NeedsSecondPerson());
    assertThat(say("lin", false, 2)).isEqualTo(new VerdictAnswer.Stands());
    assertThat(worklist.ofCase(CASE)).isEmpty();
    assertThat(worklist.history(CASE).getFirst().verdicts())
        .as("both are kept")
        .extracting(Verdict::approved)
        .containsExactly(true, false);
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
    write(
        needed,
        new PersonNeeded(id, "cancellation", "review", "why", decision, clock.instant(), "", null));
  }

  private <W extends LocalWrite> void write(WriteHandler<W> handler, W write) {
    try (var connection = database.application().getConnection()) {
      assertThat(handler.write(connection, List.of(write))).isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
