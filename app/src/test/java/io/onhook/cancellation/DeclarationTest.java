package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static io.onhook.cancellation.Story.given;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.notice.Template;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The German way: declared without any sign-in, matched or queried, never refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclarationTest {
  private static final Actor LIN = Actor.staff("lin");
  private static final Actor WANG = Actor.staff("wang");

  private World world = new World("onhook.pack=de");

  @BeforeAll
  void german() {
    assertThat(world.bean(io.onhook.policy.Packs.class).current().id()).isEqualTo("de");
  }

  @BeforeEach
  void operatorIsWell() {
    world.operator.mute = false;
  }

  @AfterAll
  void end() {
    world.close();
  }

  private Declarations declarations() {
    return world.bean(Declarations.class);
  }

  private static Declared declared(
      String name, LineFixture line, String email, @Nullable LocalDate endsOn) {
    return new Declared(
        Declared.Kind.ORDINARY,
        "",
        name,
        line.number().e164(),
        endsOn,
        email,
        Language.DE,
        "Ordentliche Kündigung",
        "zum frühestmöglichen Zeitpunkt");
  }

  private LineFixture known() {
    LineFixture line = aLine().in("EUR");
    world.operator.add(line);
    return line;
  }

  private CaseReference received(Declared declared) {
    var answer = declarations().declare(declared, "form-1");
    assertThat(answer).isInstanceOf(DeclareAnswer.Received.class);
    return ((DeclareAnswer.Received) answer).reference();
  }

  private CancellationView view(CaseReference reference) {
    return world.cancellations().find(reference, LIN).orElseThrow();
  }

  private void awaitCase(CaseReference reference) {
    World.await(
        "the cancellation of " + reference,
        () -> world.cancellations().find(reference, LIN).isPresent());
  }

  private boolean isUnmatched(CaseReference reference) {
    return declarations().unmatched(100).stream().anyMatch(it -> it.reference().equals(reference));
  }

  @Test
  void whatMatchesTheAccountNeedsNobodyAndEndsAfterTheNotice() {
    LineFixture line = known();
    var sent = world.clock.instant();
    CaseReference reference = received(declared("张 伟", line, "Zhang.Wei@example.com", null));
    awaitCase(reference);
    assertThat(view(reference).receivedAt()).isEqualTo(sent);
    World.await("scheduled", () -> view(reference).lineTrack() == LineTrack.SCHEDULED);
    world.tick(ofDays(40));
    World.await(
        "the end of the line",
        () -> {
          world.tick(ofSeconds(10));
          return view(reference).lineTrack() == LineTrack.ENDED;
        });
  }

  @Test
  void anUnmatchedOneNeitherOccupiesTheLineNorReachesTheBar() {
    LineFixture line = known();
    CaseReference reference = received(declared("Erika Mustermann", line, "e@example.org", null));
    World.await("a person is asked", () -> isUnmatched(reference));
    world.tick(ofDays(40));
    assertThat(world.cancellations().find(reference, LIN)).isEmpty();
    assertThat(world.cancellations().ofLine(line.id(), LIN)).isEmpty();
    assertThat(world.operator.effects).noneMatch(effect -> effect.endsWith(line.imsi().digits()));
  }

  @Test
  void aPersonMatchesItAndItsTimeOfReceiptStands() {
    LineFixture line = known();
    var sent = world.clock.instant();
    CaseReference reference = received(declared("Zhang, W.", line, "other@example.org", null));
    World.await("a person is asked", () -> isUnmatched(reference));
    world.tick(ofDays(3));
    assertThat(declarations().match(reference, aLine().number(), false, LIN))
        .isEqualTo(new MatchAnswer.NoSuchLine());
    assertThat(declarations().match(reference, line.number(), false, LIN))
        .isEqualTo(new MatchAnswer.Matched());
    awaitCase(reference);
    assertThat(view(reference).receivedAt()).isEqualTo(sent);
    assertThat(view(reference).dates().endsAt()).isBefore(sent.plus(ofDays(33)));
    World.await("it is off the list", () -> !isUnmatched(reference));
    assertThat(declarations().match(reference, line.number(), false, WANG))
        .isInstanceOfSatisfying(
            MatchAnswer.MatchedBefore.class,
            before -> {
              assertThat(before.by()).isEqualTo(LIN);
              assertThat(before.same()).isTrue();
              assertThat(before.number()).isEqualTo(line.number().masked());
            });
    assertThat(declarations().match(reference, line.number(), true, WANG))
        .isInstanceOfSatisfying(
            MatchAnswer.MatchedBefore.class, before -> assertThat(before.same()).isFalse());
  }

  @Test
  void ofTwoClerksWhoMatchAtOnceOneIsToldThatTheOthersLineCounts() throws Exception {
    for (int round = 0; round < 5; round++) {
      LineFixture lins = known();
      LineFixture wangs = known();
      CaseReference reference = received(declared("Z. " + round, lins, "z@example.org", null));
      World.await("a person is asked", () -> isUnmatched(reference));
      var start = new CyclicBarrier(2);
      try (var clerks = Executors.newFixedThreadPool(2)) {
        Future<MatchAnswer> byLin = clerks.submit(() -> matched(start, reference, lins, LIN));
        Future<MatchAnswer> byWang = clerks.submit(() -> matched(start, reference, wangs, WANG));
        boolean linFirst = byLin.get() instanceof MatchAnswer.Matched;
        assertThat(linFirst ? byWang.get() : byLin.get())
            .isInstanceOfSatisfying(
                MatchAnswer.MatchedBefore.class,
                before -> {
                  assertThat(before.by()).isEqualTo(linFirst ? LIN : WANG);
                  assertThat(before.same()).isFalse();
                  assertThat(before.number())
                      .isEqualTo((linFirst ? lins : wangs).number().masked());
                });
        awaitCase(reference);
        assertThat(view(reference).line()).isEqualTo((linFirst ? lins : wangs).id());
      }
    }
  }

  private MatchAnswer matched(
      CyclicBarrier start, CaseReference reference, LineFixture line, Actor staff)
      throws Exception {
    start.await();
    return declarations().match(reference, line.number(), false, staff);
  }

  @Test
  void whoMatchesWhatMatchedByItselfIsToldSo() {
    LineFixture line = known();
    CaseReference reference = received(declared("张伟", line, "zhang.wei@example.com", null));
    awaitCase(reference);
    assertThat(declarations().match(reference, known().number(), false, LIN))
        .isInstanceOfSatisfying(
            MatchAnswer.MatchedBefore.class,
            before -> {
              assertThat(before.by()).isEqualTo(Actor.SYSTEM);
              assertThat(before.same()).isFalse();
              assertThat(before.number()).isEqualTo(line.number().masked());
            });
    assertThat(declarations().match(aReference(), line.number(), false, LIN))
        .isEqualTo(new MatchAnswer.NothingToMatch());
  }

  private static CaseReference aReference() {
    return CaseReference.random(new Random(7));
  }

  @Test
  void manyOpenReviewsHideNoDeclaration() {
    for (int i = 0; i < 3; i++) {
      JdbcClient.create(world.database.application())
          .sql(
              """
              INSERT INTO worklist.item (case_id, process, step, kind, why, since, due_at)
              VALUES (?, 'cancellation', 'review', 'DECISION', 'x', '2020-01-01', '2020-01-02')
              """)
          .param(-i - 1)
          .update();
    }
    CaseReference reference = received(declared("Wer Wartet", known(), "x@example.org", null));
    World.await("a person is asked", () -> isUnmatched(reference));
    assertThat(declarations().unmatched(2)).isNotEmpty();
  }

  @Test
  void oneWhoSignsInIsNotRefusedEither() {
    given(world, aLine().in("EUR").withPortOutOpen())
        .whenHolderCancels()
        .expect(LineTrack.SCHEDULED);
  }

  @Test
  void theSameFormSentTwiceIsOneDeclaration() {
    LineFixture line = known();
    Declared declared = declared("Wer Anders", line, "w@example.org", null);
    CaseReference first = received(declared);
    assertThat(received(declared)).isEqualTo(first);
    var changed = declared("Wer Anders", line, "w@example.org", LocalDate.of(2027, 1, 31));
    assertThat(received(changed)).isNotEqualTo(first);
  }

  @Test
  void isTakenDownWhileTheOperatorsSystemsAreAway() {
    LineFixture line = known();
    world.operator.mute = true;
    var sent = world.clock.instant();
    CaseReference reference = received(declared("张伟", line, "zhang.wei@example.com", null));
    world.operator.mute = false;
    World.await(
        "it goes on when they are back",
        () -> {
          world.tick(ofSeconds(30));
          return world.cancellations().find(reference, LIN).isPresent();
        });
    assertThat(view(reference).receivedAt()).isEqualTo(sent);
  }

  @Test
  void confirmsContentDateAndTimeAtOnce() {
    LineFixture line = known();
    CaseReference reference = received(declared("Wer Sonst", line, "s@example.org", null));
    World.await(
        "the confirmation",
        () ->
            world
                .cases()
                .find("notice", reference.text() + "/" + Template.DECLARED.text())
                .isPresent());
  }

  @Test
  void asksOnlyForWhatIsMissing() {
    var empty =
        new Declared(
            Declared.Kind.EXTRAORDINARY,
            "",
            " ",
            "",
            LocalDate.of(2020, 1, 1),
            "x",
            Language.DE,
            "Außerordentliche Kündigung",
            "sofort");
    assertThat(declarations().declare(empty, "form-2"))
        .isInstanceOfSatisfying(
            DeclareAnswer.Incomplete.class,
            answer ->
                assertThat(answer.missing())
                    .extracting(CancellationRefusal.WrongField::field)
                    .containsExactly("reason", "name", "contract", "email", "endsOn"));
  }
}
