package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.access.AccessFixture;
import io.onhook.access.CallerCodes;
import io.onhook.access.SignInWay;
import io.onhook.bar.Bar;
import io.onhook.bar.Bars;
import io.onhook.bar.LiftAnswer;
import io.onhook.call.Asking;
import io.onhook.call.Call;
import io.onhook.call.Calls;
import io.onhook.call.CheckedAnswer;
import io.onhook.call.Consent;
import io.onhook.call.Consents;
import io.onhook.call.LostSim;
import io.onhook.call.Named;
import io.onhook.call.Note;
import io.onhook.call.Notes;
import io.onhook.call.PhoneRequests;
import io.onhook.call.SentAnswer;
import io.onhook.call.VoiceLine;
import io.onhook.journal.Entry;
import io.onhook.journal.Journal;
import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.shared.Msisdn;
import io.onhook.shared.Recurring;
import io.onhook.testing.TestDatabase;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls to the hotline, on the real domain and database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HotlineCallsTest {
  private static final Actor AGENT = Actor.staff("mei");
  private static final Actor COLLEAGUE = Actor.staff("bo");

  @ComponentScan(basePackages = "io.onhook.call")
  static class WithCalls {
    @Bean
    AccessFixture access(TestDatabase database, Vault vault, Lines lines, Clock clock) {
      return new AccessFixture(database, vault, lines, clock);
    }

    @Bean
    CallerCodes callerCodes(AccessFixture access) {
      return access.callers;
    }
  }

  private final World world = new World(List.of(WithCalls.class));
  private final AccessFixture access = world.bean(AccessFixture.class);
  private final Calls calls = world.bean(Calls.class);
  private final Bars bars = world.bean(Bars.class);
  private final LostSim lost = world.bean(LostSim.class);

  @BeforeEach
  void quiet() {
    access.codes.clear();
    access.told.clear();
    world.operator.down = false;
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void tellsNothingOfWhetherThereIsAnybodyAndClosesBothAfterThreeWrongCodes() {
    LineFixture line = added();
    Call known = begin(new Named.Number(line.number()));
    Call unknown = begin(new Named.Number(Msisdn.of("+8619911119999")));
    for (Call call : List.of(known, unknown)) {
      assertThat(calls.sendCode(call)).isInstanceOf(SentAnswer.Sent.class);
      assertThat(calls.enter(call, "12")).isEqualTo(new CheckedAnswer.NotACode());
      assertThat(calls.enter(call, wrong())).isEqualTo(new CheckedAnswer.Wrong(2));
      assertThat(calls.enter(call, wrong())).isEqualTo(new CheckedAnswer.Wrong(1));
      assertThat(calls.enter(call, wrong())).isInstanceOf(CheckedAnswer.Closed.class);
      assertThat(calls.sendCode(call)).isInstanceOf(SentAnswer.Closed.class);
    }
    assertThat(access.codes).hasSize(1);
    assertThat(access.told)
        .extracting(notice -> notice.template())
        .containsExactly("caller-check-failed", "caller-check-failed");

    // Another agent, and the right code of before, change nothing.
    Call again = calls.begin(known.named(), Language.EN, COLLEAGUE);
    assertThat(calls.sendCode(again)).isInstanceOf(SentAnswer.Closed.class);
    assertThat(calls.enter(known, access.codes.getFirst()))
        .isInstanceOf(CheckedAnswer.Closed.class);

    world.clock.advance(Duration.ofMinutes(61));
    Call later = begin(known.named());
    assertThat(calls.sendCode(later)).isInstanceOf(SentAnswer.Sent.class);
    assertThat(calls.enter(later, access.codes.getLast())).isEqualTo(new CheckedAnswer.Checked());
  }

  @Test
  void aLineThatIsClosedIsClosedUnderItsCasesReferenceTooWithoutSayingSo() {
    var story = Story.given(world, aLine()).whenHolderCancels();
    Call byNumber = begin(new Named.Number(story.line.number()));
    calls.sendCode(byNumber);
    for (int i = 0; i < 3; i++) {
      calls.enter(byNumber, wrong());
    }
    access.codes.clear();
    Call byReference = begin(new Named.Reference(story.reference()));
    assertThat(calls.sendCode(byReference)).isInstanceOf(SentAnswer.Sent.class);
    assertThat(access.codes).isEmpty();
    assertThat(calls.enter(byReference, wrong())).isEqualTo(new CheckedAnswer.Wrong(2));
  }

  @Test
  void aCheckedCallerIsKnownForHalfAnHourAndToTheirOwnAgentOnly() {
    LineFixture line = added();
    Call call = checked(new Named.Number(line.number()));
    Call.Caller caller = calls.caller(call).orElseThrow();
    assertThat(caller.partyId()).isEqualTo(line.partyId());
    assertThat(caller.way()).isEqualTo(SignInWay.OTHER_CONTACT);
    assertThat(calls.find(call.id(), COLLEAGUE)).isEmpty();
    assertThat(calls.find("nothing\0", AGENT)).isEmpty();

    Notes notes = world.bean(Notes.class);
    notes.write(call, caller, "asks about 13800138000");
    assertThat(notes.of(caller)).extracting(Note::text).containsExactly("asks about 13800138000");
    assertThat(stored("SELECT text_box FROM call.note")).noneMatch(it -> it.contains("138"));
    assertThat(calls.history(caller)).extracting(Call::id).containsExactly(call.id());

    world.clock.advance(Duration.ofMinutes(31));
    assertThat(calls.caller(call)).isEmpty();
    Call next = checked(new Named.Number(line.number()));
    calls.end(next);
    assertThat(calls.caller(calls.find(next.id(), AGENT).orElseThrow())).isEmpty();
    assertThat(world.bean(Journal.class).stream("hotline"))
        .extracting(Entry::kind)
        .contains("call-began", "caller-checked", "note-written", "call-ended");
    assertThat(world.bean(Journal.class).stream("hotline"))
        .noneMatch(it -> it.detail().contains(line.number().digits()));
  }

  @Test
  void nobodyServesTheirOwnLine() {
    LineFixture line = aLine();
    line.partyId = AGENT.id();
    world.operator.add(line);
    Call call = begin(new Named.Number(line.number()));
    calls.sendCode(call);
    assertThat(calls.enter(call, access.codes.getLast())).isEqualTo(new CheckedAnswer.OwnLine());
    assertThat(calls.caller(calls.find(call.id(), AGENT).orElseThrow())).isEmpty();
    assertThat(lost.bar(call, "002X")).isEqualTo(new LostSim.AskedAnswer.Taken());
    assertThat(bars.on(line.id())).isEmpty();
  }

  @Test
  void somebodyElsesOrNobodysReferenceLeadsNowhere() {
    Call none = begin(new Named.Reference(CaseReference.random(new Random(9))));
    assertThat(calls.sendCode(none)).isInstanceOf(SentAnswer.Sent.class);
    assertThat(access.codes).isEmpty();

    // The number went to another party meanwhile: only the case's own contact is asked.
    var story = Story.given(world, aLine()).whenHolderCancels();
    story.line.partyId = "P-other";
    Call call = checked(new Named.Reference(story.reference()));
    Call.Caller caller = calls.caller(call).orElseThrow();
    assertThat(caller.way()).isEqualTo(SignInWay.CONTACT);
    assertThat(caller.partyId()).isNotEqualTo("P-other");
    assertThat(calls.line(caller)).isEmpty();
    assertThat(lost.lift(call, caller)).isEqualTo(new LiftAnswer.ForAnotherReason());
  }

  @Test
  void theEndOfADocumentsNumberBarsALineAndOpensNothingElse() {
    LineFixture line = added();
    Call call = begin(new Named.Number(line.number()));
    assertThat(lost.bar(call, "9999")).isEqualTo(new LostSim.AskedAnswer.Taken());
    assertThat(bars.on(line.id())).isEmpty();
    assertThat(lost.bar(call, "02x")).isEqualTo(new LostSim.AskedAnswer.Taken());
    assertThat(bars.on(line.id())).isEmpty();
    assertThat(lost.bar(call, "0 02x")).isInstanceOf(LostSim.AskedAnswer.class);
    assertThat(bars.on(line.id())).isPresent();
    assertThat(calls.caller(calls.find(call.id(), AGENT).orElseThrow())).isEmpty();
    assertThat(lost.bar(call, "002X")).isInstanceOf(LostSim.AskedAnswer.Closed.class);

    Call other = begin(new Named.Number(Msisdn.of("+8619911118888")));
    assertThat(lost.bar(other, "002X")).isEqualTo(new LostSim.AskedAnswer.Taken());

    World.await(
        "the bar",
        () -> {
          world.tick(Duration.ofSeconds(5));
          return bars.on(line.id()).orElseThrow().standing() == Bar.Standing.BARRED;
        });
    Call again = checked(new Named.Number(line.number()));
    Call.Caller caller = calls.caller(again).orElseThrow();
    assertThat(lost.lift(again, caller)).isEqualTo(new LiftAnswer.Asked());
    World.await(
        "the lifting",
        () -> {
          world.tick(Duration.ofSeconds(5));
          return bars.on(line.id()).isEmpty();
        });
  }

  @Test
  void opensACaseByPhoneOnceItIsAgreedToAndConfirmsItInWriting() {
    PhoneRequests requests = world.bean(PhoneRequests.class);
    Consents consents = world.bean(Consents.class);
    LineFixture line = added();
    Call call = checked(new Named.Number(line.number()));
    Call.Caller caller = calls.caller(call).orElseThrow();

    var wrong = new Asking("resident-id", "李四", LineFixture.DOCUMENT, null, "", Map.of());
    assertThat(submit(requests, call, caller, wrong, "Do you agree?"))
        .isInstanceOf(SubmitAnswer.Refused.class);
    assertThat(consents.of(line.id()))
        .singleElement()
        .satisfies(it -> assertThat(it.reference()).isEmpty());

    var right = new Asking("resident-id", "张伟", LineFixture.DOCUMENT, null, "", Map.of());
    requests.keep(call, right);
    assertThat(requests.kept(calls.find(call.id(), AGENT).orElseThrow())).contains(right);
    assertThat(stored("SELECT asking_box FROM call.call WHERE asking_box IS NOT NULL"))
        .noneMatch(it -> it.contains(LineFixture.DOCUMENT));
    var sent =
        (SubmitAnswer.Submitted) submit(requests, call, caller, right, "Do you agree to this?");
    assertThat(submit(requests, call, caller, right, "Do you agree to this?"))
        .isEqualTo(
            new SubmitAnswer.Submitted(sent.reference(), sent.receivedAt(), sent.dates(), true));

    CancellationView it = world.cancellations().find(sent.reference(), Actor.SYSTEM).orElseThrow();
    assertThat(it.submittedBy()).isEqualTo(AGENT);
    assertThat(it.isOwnOf(AGENT)).isTrue();
    assertThat(consents.of(line.id()).getFirst())
        .satisfies(
            consent -> {
              assertThat(consent.text()).isEqualTo("Do you agree to this?");
              assertThat(consent.reference()).contains(sent.reference());
            });
    assertThat(confirmed(sent.reference())).isTrue();
  }

  @Test
  void findsTheCaseOfAConsentWhoseLinkWasLost() {
    PhoneRequests requests = world.bean(PhoneRequests.class);
    LineFixture line = added();
    Call call = checked(new Named.Number(line.number()));
    var asking = new Asking("resident-id", "张伟", LineFixture.DOCUMENT, null, "", Map.of());
    CancelLine request =
        requests
            .request(call, asking, line.line(), calls.caller(call).orElseThrow().at())
            .orElseThrow();
    // As if the service had died right after the submit: the consent stands without its case.
    var owner = JdbcClient.create(world.database.owner());
    var sent =
        (SubmitAnswer.Submitted) world.cancellations().submit(request, AGENT, "call/" + call.id());
    owner
        .sql(
            """
            INSERT INTO call.consent (call, line, staff, language, said_at, text_key, text_box,
              digest, channel, to_key, to_box)
            SELECT id, line, 'mei', 'en', ?, named_key, named_box, '', 'EMAIL', named_key, named_box
              FROM call.call WHERE id = ?
            """)
        .params(sent.receivedAt().atOffset(java.time.ZoneOffset.UTC), call.id())
        .update();
    world.clock.advance(Duration.ofMinutes(3));
    Recurring once = world.context().getBean("phoneConfirmations", Recurring.class).andAtTheStop();
    once.start();
    once.stop();

    assertThat(world.bean(Consents.class).of(line.id()))
        .extracting(Consent::reference)
        .containsExactly(java.util.Optional.of(sent.reference()));
    assertThat(confirmed(sent.reference())).isTrue();
  }

  @Test
  void aVoiceLineTellsACaseForItsCodeAndNothingWithoutIt() {
    VoiceLine voice = world.bean(VoiceLine.class);
    Actor program = Actor.api("voice");
    var story = Story.given(world, aLine()).whenHolderCancels();
    VoiceLine.Begun begun = voice.begin(story.reference(), Language.EN, program);
    assertThat(voice.status(begun.call(), wrong(), program))
        .isEqualTo(new VoiceLine.StatusAnswer.NotChecked(new CheckedAnswer.Wrong(2)));
    assertThat(voice.status(begun.call(), access.codes.getLast(), Actor.api("other")))
        .isEqualTo(new VoiceLine.StatusAnswer.NoSuchCall());
    assertThat(voice.status(begun.call(), access.codes.getLast(), program))
        .isInstanceOfSatisfying(
            VoiceLine.StatusAnswer.Told.class,
            told -> assertThat(told.it().reference()).isEqualTo(story.reference()));
    assertThat(voice.status(begun.call(), access.codes.getLast(), program))
        .isEqualTo(new VoiceLine.StatusAnswer.NoSuchCall());
    VoiceLine.Begun nobody = voice.begin(CaseReference.random(new Random(8)), Language.EN, program);
    assertThat(nobody.sent()).isInstanceOf(SentAnswer.Sent.class);
  }

  private SubmitAnswer submit(
      PhoneRequests requests, Call call, Call.Caller caller, Asking asking, String text) {
    Line line = calls.line(caller).orElseThrow();
    return requests.submit(
        call, requests.request(call, asking, line, caller.at()).orElseThrow(), text);
  }

  private boolean confirmed(CaseReference reference) {
    return world.cases().find("notice", reference.text() + "/phone-request").isPresent();
  }

  private LineFixture added() {
    LineFixture line = aLine();
    world.operator.add(line);
    return line;
  }

  private Call begin(Named named) {
    return calls.begin(named, Language.EN, AGENT);
  }

  private Call checked(Named named) {
    Call call = begin(named);
    assertThat(calls.sendCode(call)).isInstanceOf(SentAnswer.Sent.class);
    assertThat(calls.enter(call, access.codes.getLast())).isEqualTo(new CheckedAnswer.Checked());
    return calls.find(call.id(), AGENT).orElseThrow();
  }

  /** Not the code that was sent last. */
  private String wrong() {
    String code = access.codes.isEmpty() ? "1111111" : access.codes.getLast();
    return "%07d".formatted((Integer.parseInt(code) + 1) % 10_000_000);
  }

  private List<String> stored(String sql) {
    return JdbcClient.create(world.database.owner())
        .sql(sql)
        .query((row, n) -> row.getString(1))
        .list();
  }
}
