package io.onhook.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.journal.Entry;
import io.onhook.journal.Journal;
import io.onhook.line.Line;
import io.onhook.notice.Notice;
import io.onhook.notice.Notice.Channel;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import io.onhook.shared.Language;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A holder signs in by a code, and nobody learns whether a number exists. */
class SignInTest {
  private static final String KNOWN = "+8619900000001";
  private static final String UNKNOWN = "+8619900009999";
  private static final String DOCUMENT = "11010519491231002X";
  private static final String HOME = "192.0.2.7";

  private record SentCode(Channel channel, String address, String code) {}

  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:10:00Z"));
  private final Journal journal = new Journal(database.application(), clock);
  private final OneLine lines = new OneLine();
  private final List<SentCode> sent = new ArrayList<>();
  private final List<Notice> told = new ArrayList<>();
  private Answer<String> carrier = new Answer.Got<>("1");
  private SignIn signIn = signIn(Duration.ZERO);

  @BeforeEach
  void anActiveLine() {
    lines.line = OneLine.active();
  }

  @Test
  void signsInWithTheCodeThatWentToTheLine() {
    String attempt = ask(KNOWN);

    assertThat(sent)
        .singleElement()
        .satisfies(
            code -> {
              assertThat(code.channel()).isEqualTo(Channel.SMS);
              assertThat(code.address()).isEqualTo(KNOWN);
              assertThat(code.code()).matches("\\d{7}");
            });
    assertThat(signIn.enter(attempt, sent.getFirst().code(), HOME))
        .isEqualTo(signedIn(SignInWay.LINE, attempt));
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"１９９ ００００ ０００１", "199-0000-0001", "008619900000001"})
  void readsTheNumberAsPeopleTypeIt(String typed) {
    ask(typed);

    assertThat(sent).hasSize(1);
  }

  @Test
  void takesTheCodeWithSpacesAndFullWidthDigits() {
    String attempt = ask(KNOWN);
    String code = sent.getFirst().code();
    var wide = new StringBuilder();
    code.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));

    assertThat(signIn.enter(attempt, wide.insert(3, ' ').toString(), HOME))
        .isInstanceOf(SignInAnswer.SignedIn.class);
  }

  @Test
  void answersTheSameForANumberThatDoesNotExist() {
    var known = (CodeAnswer.Sent) signIn.request(KNOWN, Language.EN, HOME);
    var unknown = (CodeAnswer.Sent) signIn.request(UNKNOWN, Language.EN, HOME);

    assertThat(sent).hasSize(1);
    assertThat(unknown.expiresAt()).isEqualTo(known.expiresAt());
    assertThat(unknown.attempt()).hasSameSizeAs(known.attempt());
    String wrong = wrong(sent.getFirst().code());
    for (int i = 0; i < 6; i++) {
      assertThat(signIn.enter(unknown.attempt(), wrong, HOME))
          .isEqualTo(signIn.enter(known.attempt(), wrong, HOME));
    }
  }

  @Test
  void answersAfterTheSameTimeWhetherThereIsALineOrNot() {
    signIn = signIn(Duration.ofMillis(300));
    long unknown = timed(UNKNOWN);
    long known = timed(KNOWN);

    assertThat(unknown).isBetween(300L, 450L);
    assertThat(known).isBetween(300L, 450L);
  }

  @Test
  void refusesAWrongCodeFiveTimesAndThenTheRightOneToo() {
    String attempt = ask(KNOWN);
    String right = sent.getFirst().code();

    for (int left = 4; left >= 1; left--) {
      assertThat(signIn.enter(attempt, wrong(right), HOME)).isEqualTo(new SignInAnswer.Wrong(left));
    }
    assertThat(signIn.enter(attempt, wrong(right), HOME))
        .isEqualTo(new SignInAnswer.TriedTooOften());
    assertThat(signIn.enter(attempt, right, HOME)).isEqualTo(new SignInAnswer.TriedTooOften());
  }

  @Test
  void losesNoTryOnWhatIsNoCode() {
    String attempt = ask(KNOWN);
    for (String typed : List.of("", "12345", "1234567890", "abcdefg", "x".repeat(5_000), "\0")) {
      assertThat(signIn.enter(attempt, typed, HOME)).isEqualTo(new SignInAnswer.NotACode());
    }
    assertThat(signIn.enter(attempt, sent.getFirst().code(), HOME))
        .isInstanceOf(SignInAnswer.SignedIn.class);
  }

  @Test
  void takesACodeOnce() {
    String attempt = ask(KNOWN);
    signIn.enter(attempt, sent.getFirst().code(), HOME);

    assertThat(signIn.enter(attempt, sent.getFirst().code(), HOME))
        .isEqualTo(new SignInAnswer.Stale());
  }

  @Test
  void refusesAnOldCodeAndAForeignAttempt() {
    String attempt = ask(KNOWN);
    String code = sent.getFirst().code();
    assertThat(signIn.enter("somebody-elses", code, HOME)).isEqualTo(new SignInAnswer.Stale());
    clock.advance(Duration.ofMinutes(10));

    assertThat(signIn.enter(attempt, code, HOME)).isEqualTo(new SignInAnswer.Stale());
  }

  @Test
  void keepsTheCodeAsADigestOnly() {
    ask(KNOWN);

    String rows =
        JdbcClient.create(database.application())
            .sql("SELECT string_agg(c::text, ' ') FROM access.code c")
            .query(String.class)
            .single();
    assertThat(rows).doesNotContain(sent.getFirst().code()).doesNotContain("19900000001");
  }

  @Test
  void forgetsCodesADayAfterTheyEnded() {
    ask(KNOWN);
    clock.advance(Duration.ofHours(25));
    ask(KNOWN);

    assertThat(
            JdbcClient.create(database.application())
                .sql("SELECT count(*) FROM access.code")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void capsTheCodesToOneNumberOnEveryNodeAndTellsWhenToTryAgain() {
    for (int i = 0; i < 5; i++) {
      ask(KNOWN);
    }
    SignIn anotherNode = signIn(Duration.ZERO);

    // A neighbour of the same network is no way round.
    assertThat(anotherNode.request(KNOWN, Language.EN, "192.0.2.99"))
        .isEqualTo(new CodeAnswer.TooMany(Instant.parse("2026-11-22T11:00:00Z")));
    clock.advance(Duration.ofHours(1));
    assertThat(anotherNode.request(KNOWN, Language.EN, HOME)).isInstanceOf(CodeAnswer.Sent.class);
  }

  @Test
  void strangersDoNotUseUpWhatTheHolderMayAskForAtHome() {
    for (int i = 0; i < 5; i++) {
      signIn.request(KNOWN, Language.EN, "198.51.100." + i);
    }
    assertThat(signIn.request(KNOWN, Language.EN, "198.51.100.9"))
        .isInstanceOf(CodeAnswer.TooMany.class);

    assertThat(signIn.request(KNOWN, Language.EN, HOME)).isInstanceOf(CodeAnswer.Sent.class);
  }

  @Test
  void floodsNobodyFromManyNetworksEither() {
    for (int i = 0; i < 20; i++) {
      assertThat(signIn.request(KNOWN, Language.EN, "198.51." + i + ".1"))
          .isInstanceOf(CodeAnswer.Sent.class);
    }

    assertThat(signIn.request(KNOWN, Language.EN, HOME)).isInstanceOf(CodeAnswer.TooMany.class);
  }

  @Test
  void capsTheCodesAskedForFromOneHousehold() {
    for (int i = 0; i < 30; i++) {
      String number = "+86199000%05d".formatted(i * 101);
      assertThat(signIn.request(number, Language.EN, "2001:db8::" + i))
          .isInstanceOf(CodeAnswer.Sent.class);
    }

    assertThat(signIn.request(KNOWN, Language.EN, "2001:db8::ffff"))
        .isInstanceOf(CodeAnswer.TooMany.class);
    assertThat(signIn.request(KNOWN, Language.EN, HOME)).isInstanceOf(CodeAnswer.Sent.class);
  }

  @Test
  void stopsListeningToAnAddressThatOnlyGuesses() {
    for (int i = 0; i < 60; i++) {
      signIn.enter("unknown", "0000000", HOME);
    }

    assertThat(signIn.enter("unknown", "0000000", HOME)).isInstanceOf(SignInAnswer.TooMany.class);
  }

  @Test
  void sendsNoCodeToALineThatCanTakeNoneOrIsNotWithItsHolder() {
    for (Line line :
        List.of(OneLine.dataOnly(), OneLine.stolen(), OneLine.with(Line.Status.SUSPENDED))) {
      lines.line = line;
      ask(KNOWN);
    }

    assertThat(sent).isEmpty();
  }

  @Test
  void sendsToAnotherContactForWhoNamesTheAccountsDocument() {
    for (Line line :
        List.of(
            OneLine.active(),
            OneLine.dataOnly(),
            OneLine.stolen(),
            OneLine.with(Line.Status.SUSPENDED))) {
      lines.line = line;
      sent.clear();
      told.clear();
      String attempt = askElsewhere("１１０１０５ 19491231 002x");

      assertThat(sent)
          .singleElement()
          .extracting(SentCode::address)
          .isEqualTo("zhang.wei@example.com");
      assertThat(told).isEmpty();
      assertThat(signIn.enter(attempt, sent.getFirst().code(), HOME))
          .isEqualTo(signedIn(SignInWay.OTHER_CONTACT, attempt));
      // Every contact hears of it, the line too where it takes texts.
      assertThat(told)
          .extracting(Notice::channel)
          .containsExactlyElementsOf(
              line.dataOnly() ? List.of(Channel.EMAIL) : List.of(Channel.SMS, Channel.EMAIL));
      assertThat(told.toString()).doesNotContain("zhang.wei").doesNotContain("9900000001");
    }
  }

  @Test
  void answersTheSameElsewhereWhetherLineDocumentAndContactFitOrNot() {
    var fits = (CodeAnswer.Sent) elsewhere(KNOWN, DOCUMENT);
    String right = sent.getFirst().code();
    List<CodeAnswer> others = new ArrayList<>();
    others.add(elsewhere(KNOWN, "110105194912310011"));
    others.add(elsewhere(UNKNOWN, DOCUMENT));
    lines.line = OneLine.alone();
    others.add(elsewhere(KNOWN, DOCUMENT));
    lines.line = OneLine.with(Line.Status.TERMINATED);
    others.add(elsewhere(KNOWN, DOCUMENT));

    assertThat(sent).hasSize(1);
    for (CodeAnswer other : others) {
      var it = (CodeAnswer.Sent) other;
      assertThat(it.expiresAt()).isEqualTo(fits.expiresAt());
      assertThat(it.attempt()).hasSameSizeAs(fits.attempt());
      assertThat(signIn.enter(it.attempt(), right, HOME)).isEqualTo(new SignInAnswer.Wrong(4));
    }
    assertThat(told).isEmpty();
  }

  @Test
  void countsWhatIsAskedForElsewhereWithTheRest() {
    for (int i = 0; i < 5; i++) {
      elsewhere(KNOWN, "wrong " + i);
    }

    assertThat(elsewhere(KNOWN, DOCUMENT)).isInstanceOf(CodeAnswer.TooMany.class);
  }

  @Test
  void aLineOnItsWayOutIsLookedAtByAnotherContact() {
    lines.line = OneLine.with(Line.Status.PENDING_TERMINATE);
    String attempt = ask(KNOWN);

    assertThat(sent)
        .singleElement()
        .extracting(SentCode::address)
        .isEqualTo("zhang.wei@example.com");
    assertThat(signIn.enter(attempt, sent.getFirst().code(), HOME))
        .isEqualTo(signedIn(SignInWay.CONTACT, attempt));
  }

  @Test
  void sendsNothingToANumberWhoseLineHasEnded() {
    lines.line = OneLine.with(Line.Status.TERMINATED);

    ask(KNOWN);

    assertThat(sent).isEmpty();
  }

  @Test
  void saysThatTheOperatorCanNotBeAsked() {
    lines.fault = Fault.unreachable("bss", "refused");

    assertThat(signIn.request(KNOWN, Language.EN, HOME)).isEqualTo(new CodeAnswer.Unavailable());
    assertThat(signIn.request(UNKNOWN, Language.EN, HOME)).isEqualTo(new CodeAnswer.Unavailable());
  }

  @Test
  void doesNotTellThatTheSmsCentreIsDown() {
    carrier = new Answer.Failed<>(Fault.unreachable("smsc", "refused"));

    assertThat(signIn.request(KNOWN, Language.EN, HOME)).isInstanceOf(CodeAnswer.Sent.class);
  }

  @Test
  void signsInByAKnownContactOnceTheLineIsGone() {
    var known = new KnownContact("P-1", "L-0001", Channel.EMAIL, "zhang.wei@example.com");
    var sentTo =
        (CodeAnswer.Sent)
            signIn.requestTo("7K3QX-0M9TW", () -> Optional.of(known), Language.EN, HOME);
    var nobody =
        (CodeAnswer.Sent) signIn.requestTo("00000-00000", Optional::empty, Language.EN, HOME);

    assertThat(sent).singleElement().extracting(SentCode::channel).isEqualTo(Channel.EMAIL);
    String code = sent.getFirst().code();
    assertThat(signIn.enter(nobody.attempt(), code, HOME)).isEqualTo(new SignInAnswer.Wrong(4));
    assertThat(signIn.enter(sentTo.attempt(), code, HOME))
        .isEqualTo(signedIn(SignInWay.CONTACT, sentTo.attempt()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "12", "++86", "1990000000100000000000", "<script>"})
  void saysWhatIsNoNumber(String typed) {
    assertThat(signIn.request(typed, Language.EN, HOME)).isInstanceOf(CodeAnswer.WrongForm.class);
    assertThat(sent).isEmpty();
  }

  @Test
  void writesEachSignInToTheJournalWithoutNumberOrCode() {
    String attempt = ask(KNOWN);
    String code = sent.getFirst().code();
    signIn.enter(attempt, wrong(code), HOME);
    signIn.enter(attempt, code, HOME);

    assertThat(journal.stream("access"))
        .extracting(Entry::kind)
        .containsExactly("sign-in-refused", "signed-in");
    assertThat(journal.stream("access").toString())
        .doesNotContain(code)
        .doesNotContain("0000001")
        .doesNotContain(HOME);
  }

  private SignInAnswer signedIn(SignInWay way, String attempt) {
    return new SignInAnswer.SignedIn(
        new HolderPrincipal("P-1", "L-0001", way, attempt, clock.instant()));
  }

  private CodeAnswer elsewhere(String number, String document) {
    return signIn.requestElsewhere(number, document, Language.EN, HOME);
  }

  private String askElsewhere(String document) {
    return ((CodeAnswer.Sent) elsewhere(KNOWN, document)).attempt();
  }

  private String ask(String number) {
    return ((CodeAnswer.Sent) signIn.request(number, Language.EN, HOME)).attempt();
  }

  private long timed(String number) {
    long began = System.nanoTime();
    signIn.request(number, Language.EN, HOME);
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  private static String wrong(String code) {
    return code.equals("0000000") ? "0000001" : "0000000";
  }

  private SignIn signIn(Duration answersAfter) {
    var settings =
        new SignInSettings(
            "CN", Duration.ofMinutes(10), answersAfter, 5, 10, 20, 40, 200, 30, 20_000, 60, 10);
    var vault = TestVault.on(database).vault();
    return new SignIn(
        lines,
        new CodeDesk(
            database.application(), vault, clock, new SecureRandom(), settings.codeLives()),
        new CodePost(
            (id, language, channel, address, code, validFor) -> {
              sent.add(new SentCode(channel, address, code));
              return carrier;
            }),
        new Caps(database.application(), vault, clock),
        new AccessJournal(journal),
        new AllContacts(vault, (all, actor) -> told.addAll(all)),
        new TransactionTemplate(new DataSourceTransactionManager(database.application())),
        settings,
        Runnable::run);
  }
}
