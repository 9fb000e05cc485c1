package io.onhook.cancellation;

import static io.onhook.cancellation.LineFixture.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.access.AccessFixture;
import io.onhook.call.AskedCallBack;
import io.onhook.call.Asking;
import io.onhook.call.Call;
import io.onhook.call.CallBack;
import io.onhook.call.CallBacks;
import io.onhook.call.Calls;
import io.onhook.call.CheckedAnswer;
import io.onhook.call.Consent;
import io.onhook.call.Consents;
import io.onhook.call.Named;
import io.onhook.call.Note;
import io.onhook.call.Notes;
import io.onhook.call.PhoneRequests;
import io.onhook.journal.Entry;
import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.shared.Msisdn;
import io.onhook.shared.Recurring;
import io.onhook.vault.KeyName;
import io.onhook.vault.Vault;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What callers said and were promised goes when its time is over; drafts are kept 30 days. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallRetentionTest {
  private static final Actor AGENT = Actor.staff("mei");

  private final World world = new World(List.of(HotlineCallsTest.WithCalls.class));
  private final AccessFixture access = world.bean(AccessFixture.class);
  private final Calls calls = world.bean(Calls.class);
  private final Notes notes = world.bean(Notes.class);
  private final CallBacks callBacks = world.bean(CallBacks.class);
  private final JdbcClient owner = JdbcClient.create(world.database.owner());

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void aCallAboutNoCaseGoesAsADraftWithItsNotes() {
    LineFixture line = added();
    Call call = checked(new Named.Number(line.number()));
    Call.Caller caller = calls.caller(call).orElseThrow();
    notes.write(call, caller, "asks about roaming");

    world.clock.advance(Duration.ofDays(29));
    sweep();
    assertThat(notes.of(caller)).extracting(Note::text).containsExactly("asks about roaming");
    assertThat(calls.history(caller)).extracting(Call::id).containsExactly(call.id());

    world.clock.advance(Duration.ofDays(2));
    sweep();
    assertThat(notes.of(caller)).extracting(Note::text).containsExactly("");
    assertThat(calls.history(caller)).isEmpty();
    assertThat(calls.find(call.id(), AGENT)).isEmpty();
    assertThat(keyOf(call)).isEmpty();
    assertThat(
            owner
                .sql("SELECT named FROM call.call WHERE id = ?")
                .param(call.id())
                .query(String.class)
                .single())
        .isEmpty();
    assertThat(journalOf(call.id())).contains("call-began", "caller-checked", "note-written");
  }

  @Test
  void callsAboutACaseGoWithIt() {
    var story = Story.given(world, aLine()).whenHolderCancels();
    Call byReference = checked(new Named.Reference(story.reference()));
    Call byNumber = checked(new Named.Number(story.line.number()));
    Call.Caller caller = calls.caller(byNumber).orElseThrow();
    notes.write(byReference, caller, "when does it end?");
    notes.write(byNumber, caller, "and the refund?");

    world.clock.advance(Duration.ofDays(40));
    sweep();
    assertThat(notes.of(caller)).extracting(Note::text).doesNotContain("");

    assertThat(story.retract()).isInstanceOf(RetractAnswer.Retracted.class);
    story.expect(LineTrack.RETRACTED);
    world.clock.advance(Duration.ofDays(32));
    sweep();
    world.clock.advance(Duration.ofDays(600));
    sweep();
    assertThat(notes.of(caller)).extracting(Note::text).doesNotContain("");

    world.clock.advance(Duration.ofDays(140));
    sweep();
    assertThat(notes.of(caller)).extracting(Note::text).containsExactly("", "");
    assertThat(calls.history(caller)).isEmpty();
  }

  @Test
  void aSpokenConsentIsKeptWithTheCaseThatCameOfIt() {
    PhoneRequests requests = world.bean(PhoneRequests.class);
    LineFixture line = added();
    Call call = checked(new Named.Number(line.number()));
    var asking = new Asking("resident-id", "张伟", LineFixture.DOCUMENT, null, "", Map.of());
    CancelLine request =
        requests
            .request(call, asking, line.line(), calls.caller(call).orElseThrow().at())
            .orElseThrow();
    assertThat(requests.submit(call, request, "Do you agree?"))
        .isInstanceOf(SubmitAnswer.Submitted.class);

    world.clock.advance(Duration.ofDays(200));
    sweep();
    assertThat(world.bean(Consents.class).of(line.id()))
        .extracting(Consent::text)
        .containsExactly("Do you agree?");
  }

  @Test
  void aPromiseThatNobodyKeptIsForgottenAndOneThatIsOverHasNothingLeft() {
    String over = promised(Msisdn.of("+8613800138001"));
    assertThat(callBacks.claim(over, AGENT)).isEqualTo(new CallBacks.ClaimAnswer.Claimed());
    assertThat(callBacks.reached(over, AGENT)).isTrue();
    assertThat(lookAt(over)).isEmpty();

    Msisdn number = Msisdn.of("+8613800138002");
    String left = promised(number);
    world.clock.advance(Duration.ofDays(29));
    sweep();
    assertThat(callBacks.open()).extracting(CallBack::topic).contains("the bill");

    world.clock.advance(Duration.ofDays(3));
    sweep();
    assertThat(callBacks.open()).noneMatch(it -> it.id().equals(left));
    assertThat(callBacks.claim(left, AGENT)).isEqualTo(new CallBacks.ClaimAnswer.Gone());
    assertThat(lookAt(left)).isEmpty();
    assertThat(journalOf(left)).containsExactly("call-back-promised", "call-back-lapsed");
    // The same number can be promised another call.
    assertThat(promised(number)).isNotEqualTo(left);
  }

  @Test
  void noneIsLeftBehindHoweverManyThereAre() {
    for (int i = 0; i < 450; i++) {
      calls.begin(new Named.Number(Msisdn.of("+861390000%04d".formatted(i))), Language.EN, AGENT);
    }
    world.clock.advance(Duration.ofDays(31));
    sweep();
    assertThat(
            owner
                .sql("SELECT count(*) FROM call.call WHERE named <> '' AND reference IS NULL")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private void sweep() {
    Recurring once = world.context().getBean("callRetentionSweep", Recurring.class).andAtTheStop();
    once.start();
    once.stop();
  }

  private String promised(Msisdn number) {
    LocalDateTime tomorrow =
        LocalDateTime.ofInstant(world.clock.instant(), ZoneId.of("Asia/Shanghai"))
            .plusDays(1)
            .withHour(10)
            .withMinute(0);
    return callBacks.ask(number, tomorrow, Language.EN, "the bill", AGENT)
            instanceof AskedCallBack.Promised it
        ? it.id()
        : "none";
  }

  private Optional<String> lookAt(String callBack) {
    return owner
        .sql("SELECT look_at::text FROM call.call_back WHERE id = ? AND look_at IS NOT NULL")
        .param(callBack)
        .query(String.class)
        .optional();
  }

  /** What was named, if its key is still there. */
  private Optional<String> keyOf(Call call) {
    return owner
        .sql("SELECT named_key, named_box FROM call.call WHERE id = ?")
        .param(call.id())
        .query(
            (row, n) ->
                new io.onhook.vault.Sealed(new KeyName(row.getString(1)).text(), row.getString(2)))
        .optional()
        .flatMap(world.bean(Vault.class)::open);
  }

  private List<String> journalOf(String subject) {
    return world.bean(Journal.class).stream("hotline").stream()
        .filter(entry -> entry.subject().equals(subject))
        .map(Entry::kind)
        .toList();
  }

  private LineFixture added() {
    LineFixture line = aLine();
    world.operator.add(line);
    return line;
  }

  private Call checked(Named named) {
    Call call = calls.begin(named, Language.EN, AGENT);
    calls.sendCode(call);
    assertThat(calls.enter(call, access.codes.getLast())).isEqualTo(new CheckedAnswer.Checked());
    return calls.find(call.id(), AGENT).orElseThrow();
  }
}
