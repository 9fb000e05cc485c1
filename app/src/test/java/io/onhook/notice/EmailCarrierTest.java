package io.onhook.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.onhook.shared.Answer;
import io.onhook.shared.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real SMTP server. */
class EmailCarrierTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final String TO = "zhang.wei@example.com";

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private EmailCarrier carrier;

  @BeforeEach
  void start() {
    server.start();
    carrier = carrier(server.getSmtp().getPort());
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static EmailCarrier carrier(int port) {
    return new EmailCarrier(
        new MailSettings(
            "127.0.0.1",
            port,
            "no-reply@mobile.example",
            null,
            null,
            false,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            2),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Message message(String id, String to) {
    return new Message(
        id,
        Language.ZH_CN,
        to,
        new Text("【示例移动】已收到", "sms", List.of("第一段 <b>&\"粗\"</b>", "第二段")),
        null);
  }

  @Test
  void arrivesAsTextAndAsHtmlWithEverythingEscaped() throws MessagingException, IOException {
    assertThat(carrier.send(message("n/1", TO))).isInstanceOf(Answer.Got.class);

    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("【示例移动】已收到");
    assertThat(mail.getHeader("Content-Language")).containsExactly("zh-CN");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getSentDate()).isEqualTo(NOW);
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    var alternative = (MimeMultipart) mail.getContent();
    assertThat(alternative.getBodyPart(0).getContent())
        .asString()
        .contains("第一段 <b>&\"粗\"</b>", "第二段");
    assertThat(alternative.getBodyPart(1).getContent())
        .asString()
        .contains("第一段 &lt;b&gt;&amp;&quot;粗&quot;&lt;/b&gt;", "<html lang=\"zh-CN\">");
  }

  @Test
  void theSameNoticeHasTheSameMessageIdAndAnotherHasAnother() throws MessagingException {
    carrier.send(message("case/7/received", TO));
    carrier.send(message("case/7/received", TO));
    carrier.send(message("case/7/approved", TO));

    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails[0].getMessageID())
        .isEqualTo(mails[1].getMessageID())
        .isNotEqualTo(mails[2].getMessageID())
        .matches("<notice\\.[0-9a-f]{32}@mobile\\.example>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@b\r\nBcc: all@example.com",
        "a@example.com, b@example.com",
        "A B <a@example.com>",
        "a@example.com\n",
        "list:a@example.com;",
        "@example.com"
      })
  void onlyOnePlainAddressIsWrittenTo(String address) {
    assertThat(carrier.send(message("n/2", address)))
        .isInstanceOfSatisfying(
            Answer.Failed.class, failed -> assertThat(failed.fault().code()).isEqualTo("rejected"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsAwayCertainlyTookNothing() {
    int port = server.getSmtp().getPort();
    server.stop();

    assertThat(carrier(port).send(message("n/3", TO)))
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.fault().code()).isEqualTo("unreachable"));
  }

  @ParameterizedTest
  @CsvSource({
    "550 5.1.1 no such mailbox, rejected",
    "451 4.7.1 greylisted, unreachable",
  })
  void aRefusedRecipientIsGivenUpOrTriedLater(String answer, String code) throws IOException {
    try (var strict = new ScriptedSmtp(answer)) {
      assertThat(carrier(strict.port()).send(message("n/4", TO)))
          .isInstanceOfSatisfying(
              Answer.Failed.class, failed -> assertThat(failed.fault().code()).isEqualTo(code));
    }
  }

  @Test
  void aServerThatHangsUpInTheMiddleLeavesItOpen() throws IOException {
    try (var rude = new ScriptedSmtp("")) {
      assertThat(carrier(rude.port()).send(message("n/5", TO))).isInstanceOf(Answer.Silent.class);
    }
  }

  @Test
  void everyMailCanBePreviewed() throws IOException {
    Path folder = Path.of("target", "notices");
    Files.createDirectories(folder);
    var operator =
        new OperatorSettings(
            "示例移动", "Example Mobile", URI.create("https://mobile.example"), "+86 199 0000 0000");
    var templates = new Templates(operator);
    for (Language language : Language.values()) {
      for (Template template : Template.values()) {
        Map<String, String> values = TemplatesTest.specimens(language);
        var message =
            new Message("n/6", language, TO, templates.fill(template, language, values), null);
        Path file =
            folder.resolve(template.text() + "." + language.locale().getLanguage() + ".html");
        Files.writeString(file, EmailCarrier.html(message));
        assertThat(file).content().doesNotContain("<a ", "<img", "{", "src=");
        carrier.send(message);
      }
    }
    assertThat(server.getReceivedMessages())
        .hasSize(Template.values().length * Language.values().length)
        .allSatisfy(mail -> assertThat(GreenMailUtil.getWholeMessage(mail)).isNotEmpty());
  }

  @Test
  void manyMailsGoInFewDialogues() throws IOException {
    try (var counting = new ScriptedSmtp("250 ok")) {
      var patient = carrier(counting.port());
      for (int i = 0; i < 120; i++) {
        assertThat(patient.send(message("n/" + i, TO))).isInstanceOf(Answer.Got.class);
      }
      assertThat(counting.dialogues()).as("fifty mails each").isEqualTo(3);
      patient.destroy();
    }
  }

  @Test
  void aDialogueThatTheServerEndedIsBegunAnew() throws IOException {
    try (var counting = new ScriptedSmtp("250 ok")) {
      var patient = carrier(counting.port());
      patient.send(message("n/7", TO));
      counting.hangUp();
      assertThat(patient.send(message("n/8", TO))).isInstanceOf(Answer.Got.class);
      assertThat(counting.dialogues()).isEqualTo(2);
    }
  }

  @Test
  void noMoreDialoguesThanAllowedAreOpenAtOnce() throws IOException {
    try (var counting = new ScriptedSmtp("250 ok");
        var many = Executors.newVirtualThreadPerTaskExecutor()) {
      var patient = carrier(counting.port());
      List<Future<Answer<String>>> answers =
          IntStream.range(0, 40)
              .mapToObj(i -> many.submit(() -> patient.send(message("m/" + i, TO))))
              .toList();
      assertThat(answers).allSatisfy(it -> assertThat(it.get()).isInstanceOf(Answer.Got.class));
      assertThat(counting.dialogues()).isLessThanOrEqualTo(2);
    }
  }

  /** An SMTP server that says what it is told to a recipient, or hangs up there. */
  private static final class ScriptedSmtp implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    ScriptedSmtp(String recipientAnswer) throws IOException {
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(() -> accept(recipientAnswer));
    }

    int port() {
      return server.getLocalPort();
    }

    int dialogues() {
      return clients.size();
    }

    void hangUp() throws IOException {
      clients.getLast().close();
    }

    private void accept(String recipientAnswer) {
      try {
        while (true) {
          Socket client = server.accept();
          clients.add(client);
          Thread.ofVirtual().start(() -> serve(client, recipientAnswer));
        }
      } catch (IOException closed) {
        // The test is over.
      }
    }

    private static void serve(Socket client, String recipientAnswer) {
      try (client;
          var in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
        say(client, "220 hello");
        boolean mail = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (mail) {
            mail = !line.equals(".");
            if (!mail) {
              say(client, "250 ok");
            }
          } else if (line.equals("DATA")) {
            mail = true;
            say(client, "354 go on");
          } else if (!line.startsWith("RCPT")) {
            say(client, "250 ok");
          } else if (recipientAnswer.isEmpty()) {
            return;
          } else {
            say(client, recipientAnswer);
          }
        }
      } catch (IOException closed) {
        // The test is over.
      }
    }

    private static void say(Socket client, String line) throws IOException {
      client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
