package io.onhook.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.onhook.engine.CaseId;
import io.onhook.engine.Cases;
import io.onhook.engine.Engine;
import io.onhook.engine.EngineOptions;
import io.onhook.engine.Processes;
import io.onhook.engine.StartCase;
import io.onhook.engine.Watch;
import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import io.onhook.shared.Language;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the real engine, database and vault, with carriers that fail as told. */
class NoticeProcessTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(START);
  private final Vault vault = TestVault.on(database).vault();
  private final JdbcClient sql = JdbcClient.create(database.application());
  private final Scripted sms = new Scripted(Notice.Channel.SMS);
  private final Scripted mail = new Scripted(Notice.Channel.EMAIL);
  private final Letters letters = new Letters(sql, vault, clock);
  private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
  private final Notices notices = notices();
  private Engine engine;

  private Notices notices() {
    var operator =
        new OperatorSettings(
            "示例移动", "Example Mobile", URI.create("https://mobile.example"), "+86 199 0000 0000");
    return new Notices(post(new Templates(operator)), beans.getBeanProvider(Cases.class));
  }

  private Post post(Templates templates) {
    return new Post(vault, templates, List.of(sms, mail, letters));
  }

  @BeforeEach
  void start() {
    var operator =
        new OperatorSettings(
            "示例移动", "Example Mobile", URI.create("https://mobile.example"), "+86 199 0000 0000");
    engine =
        new Engine(
            database.application(),
            clock,
            new Journal(database.application(), clock),
            new Processes(
                List.of(NoticeProcess.NOTICE, NoticeProcess.BEFORE),
                List.of(new SendNotice(post(new Templates(operator))), new NoteDelivery()),
                text -> vault.digest("engine/intent", text)),
            List.of(new Deliveries()),
            new EngineOptions(
                "one",
                Duration.ofSeconds(31),
                Duration.ofSeconds(1),
                Duration.ofMillis(20),
                1_000,
                2,
                4,
                64,
                Map.of()),
            Watch.NOBODY);
    engine.start();
    beans.addBean("cases", engine.cases());
  }

  @AfterEach
  void stop() {
    engine.stop();
  }

  @Test
  void isDrawnAsApproved() {
    assertThat(NoticeProcess.NOTICE.draw())
        .isEqualTo(
            """
            notice/2
              │ send                 SendNotice
              │ send-otherwise       SendNotice
              │ send-at-last         SendNotice
            """);
    assertThat(NoticeProcess.BEFORE.draw())
        .isEqualTo(
            """
            notice/1
              │ send                 SendNotice
              │ send-otherwise       SendNotice
              │ send-at-last         SendNotice
              │ note-delivery        NoteDelivery
            """);
  }

  @Test
  void oneThatWasBegunBeforeEndsAsItBegan() {
    StartCase<NoticeCase> start = notices.notice(received("n/0"));
    CaseId id =
        engine.cases().start(NoticeProcess.BEFORE, start.caseKey(), start.state(), Actor.SYSTEM);
    await(() -> ended(id));

    assertThat(delivery("n/0")).containsEntry("sent_by", "SMS").containsEntry("carrier_id", "1");
  }

  @Test
  void goesByItsFirstWay() {
    send(received("n/1"));

    assertThat(delivery("n/1")).containsEntry("sent_by", "SMS").containsEntry("carrier_id", "1");
    assertThat(sms.sent).hasSize(1);
    assertThat(sms.sent.getFirst().address()).isEqualTo("+8619900000001");
    assertThat(sms.sent.getFirst().text().sms()).contains("7K3QX-0M9TW");
  }

  @Test
  void belongsToNoOtherCaseAndIsSentAsDurably() {
    notices.send(List.of(received("n/8"), received("n/9")), Actor.SYSTEM);
    for (String id : List.of("n/8", "n/9")) {
      tickUntilEnd(engine.cases().find("notice", id).orElseThrow());
      assertThat(delivery(id)).containsEntry("sent_by", "SMS");
    }
  }

  @Test
  void afterASilenceItIsSentAgainWithTheSameId() {
    sms.says(new Answer.Silent<>(Fault.timeout("smsc", "no answer")));

    CaseId id = begin(received("n/2"));
    await(() -> sms.sent.size() == 1);
    tickUntilEnd(id);

    assertThat(sms.sent).extracting(Message::id).containsExactly("n/2", "n/2");
    assertThat(delivery("n/2")).containsEntry("sent_by", "SMS");
  }

  @Test
  void aBusyCentreIsTriedAgainAndAgain() {
    for (int i = 0; i < 5; i++) {
      sms.says(new Answer.Failed<>(Fault.unreachable("smsc", "try later")));
    }

    tickUntilEnd(begin(received("n/3")));

    assertThat(sms.sent).hasSize(6);
    assertThat(delivery("n/3")).containsEntry("sent_by", "SMS");
  }

  @Test
  void aWrongAddressTakesTheNextWayAtOnce() {
    sms.says(new Answer.Failed<>(Fault.rejected("smsc", "status 0x0000000b")));

    send(received("n/4").orElse(Notice.Channel.EMAIL, sealed("zhang.wei@example.com")));

    assertThat(mail.sent).extracting(Message::address).containsExactly("zhang.wei@example.com");
    assertThat(delivery("n/4"))
        .containsEntry("sent_by", "EMAIL")
        .containsEntry("trouble", "status 0x0000000b");
  }

  @Test
  void aWayThatStaysClosedIsLeftForTheNext() {
    for (int i = 0; i < 30; i++) {
      sms.says(new Answer.Failed<>(Fault.unreachable("smsc", "away")));
    }

    tickUntilEnd(begin(received("n/5").orElse(Notice.Channel.LETTER, sealed("张伟\n北京市东城区示例路 1 号"))));

    assertThat(delivery("n/5")).containsEntry("sent_by", "LETTER");
    Letter letter = letters.waiting(10).getFirst();
    assertThat(letter.address()).isEqualTo("张伟\n北京市东城区示例路 1 号");
    assertThat(letter.text()).contains("7K3QX-0M9TW");
    assertThat(letters.printed(letter.id(), Actor.staff("lin"))).isTrue();
    assertThat(letters.printed(letter.id(), Actor.staff("lin"))).isFalse();
    assertThat(letters.waiting(10)).isEmpty();
  }

  @Test
  void aNoticeThatNoWayCanCarryParksNobody() {
    sms.says(new Answer.Failed<>(Fault.rejected("smsc", "status 0x0000000b")));

    send(received("n/6"));

    assertThat(delivery("n/6"))
        .containsEntry("sent_by", null)
        .containsEntry("trouble", "status 0x0000000b");
    assertThat(engine.cases().parked(10)).isEmpty();
  }

  @Test
  void nobodyIsToldOfBeforeTheLastWayIsClosed() {
    sms.says(new Answer.Failed<>(Fault.rejected("smsc", "status 0x0000000b")));
    mail.says(new Answer.Failed<>(Fault.unreachable("mail", "away")));

    CaseId id = begin(received("n/12").orElse(Notice.Channel.EMAIL, sealed("zhang@example.com")));
    await(() -> mail.sent.size() == 1);

    assertThat(sql.sql("SELECT count(*) FROM notice.delivery").query(Long.class).single()).isZero();
    tickUntilEnd(id);
    assertThat(delivery("n/12")).containsEntry("sent_by", "EMAIL");
  }

  @Test
  void nothingGoesToALineAfterItsEnd() {
    sms.says(new Answer.Failed<>(Fault.unreachable("smsc", "away")));

    CaseId id = begin(received("n/7").notAfter(START.plusSeconds(5)));
    await(() -> sms.sent.size() == 1);
    tickUntilEnd(id);

    assertThat(sms.sent).hasSize(1);
    assertThat(sms.sent.getFirst().validFor()).isEqualTo(Duration.ofSeconds(5));
    assertThat(delivery("n/7")).containsEntry("sent_by", null);
  }

  @Test
  void anErasedAddressIsNotWrittenTo() {
    Notice notice = received("n/8");
    vault.destroy(new KeyName(notice.address().key()));

    send(notice);

    assertThat(sms.sent).isEmpty();
    assertThat(delivery("n/8")).containsEntry("trouble", "the address was erased");
  }

  @Test
  void theSameNoticeIsOneCase() {
    assertThat(begin(received("n/9"))).isEqualTo(begin(received("n/9")));
  }

  @Test
  void aCodeGoesAtOnceAndIsStoredNowhere() {
    Answer<String> answer =
        notices.sendCode(
            new OneTimeCode(
                "code/1",
                Language.EN,
                Notice.Channel.SMS,
                "+8619900000001",
                "KD7Q2M",
                Duration.ofMinutes(10)));

    assertThat(answer).isInstanceOf(Answer.Got.class);
    assertThat(sms.sent.getFirst().text().sms()).contains("KD7Q2M", "10 minutes");
    assertThat(sms.sent.getFirst().toString()).doesNotContain("KD7Q2M", "+8619900000001");
    assertThat(sql.sql("SELECT count(*) FROM notice.delivery").query(Long.class).single()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notices.notice(notice("n/10", "code", Map.of("code", "1"))));
  }

  @Test
  void aNoticeWithoutAllItsValuesIsRefusedBeforeItIsStored() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notices.notice(notice("n/11", "ended", Map.of("reference", "x"))))
        .withMessageContaining("certificate");
  }

  private Notice received(String id) {
    return notice(
        id,
        "received",
        Map.of("reference", "7K3QX-0M9TW", "number", "+86 199••••0001", "endsOn", "2026年12月6日"));
  }

  private Notice notice(String id, String template, Map<String, String> values) {
    return new Notice(
        id, template, Language.ZH_CN, Notice.Channel.SMS, sealed("+8619900000001"), values);
  }

  private Sealed sealed(String address) {
    return vault.seal(KeyName.of("case", Integer.toHexString(address.hashCode())), address);
  }

  private CaseId begin(Notice notice) {
    StartCase<NoticeCase> start = notices.notice(notice);
    return engine.cases().start(start.process(), start.caseKey(), start.state(), Actor.SYSTEM);
  }

  private void send(Notice notice) {
    CaseId id = begin(notice);
    await(() -> ended(id));
  }

  /** Moves the clock until the case has ended, as the hours of waiting would. */
  private void tickUntilEnd(CaseId id) {
    await(
        () -> {
          clock.advance(Duration.ofMinutes(20));
          engine.wake();
          return ended(id);
        });
  }

  private boolean ended(CaseId id) {
    return engine.cases().find(id).orElseThrow().ending() != null
        && engine.cases().find(id).orElseThrow().step().isEmpty();
  }

  private Map<String, @Nullable Object> delivery(String noticeId) {
    return sql.sql("SELECT sent_by, carrier_id, trouble FROM notice.delivery WHERE notice_id = ?")
        .param(noticeId)
        .query()
        .singleRow();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /** A carrier that answers as told, then well. */
  private static final class Scripted implements Carrier {
    private final Notice.Channel channel;
    private final Queue<Answer<String>> answers = new ConcurrentLinkedQueue<>();
    private final List<Message> sent = new CopyOnWriteArrayList<>();

    Scripted(Notice.Channel channel) {
      this.channel = channel;
    }

    void says(Answer<String> answer) {
      answers.add(answer);
    }

    @Override
    public Notice.Channel channel() {
      return channel;
    }

    @Override
    public Duration longest() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Answer<String> send(Message message) {
      sent.add(message);
      Answer<String> told = answers.poll();
      return told == null ? new Answer.Got<>(Integer.toString(sent.size())) : told;
    }
  }
}
