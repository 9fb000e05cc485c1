package io.onhook.notice;

import io.onhook.shared.Answer;
import io.onhook.shared.Deadline;
import io.onhook.shared.Fault;
import io.onhook.shared.Links;
import io.onhook.shared.NotSent;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Sends mail, as plain text and HTML, with a Message-ID that is the same for the same notice.
 * Dialogues with the server stay open for the next mails.
 */
@Component
@ConditionalOnProperty("onhook.mail.host")
@EnableConfigurationProperties(MailSettings.class)
final class EmailCarrier implements Carrier, DisposableBean {
  private static final String PARTNER = "mail";
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  // Jakarta Mail asks for its streams several times a message, and looks through every jar of the
  // class path each time unless it is told: an eighth of what a whole cancellation cost.
  static {
    String streams = StreamProvider.class.getName();
    if (System.getProperty(streams) == null) {
      System.setProperty(streams, MailStreamProvider.class.getName());
    }
  }

  private final MailSettings settings;
  private final Clock clock;
  private final Session session;
  private final Links<MailLink> links;

  EmailCarrier(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    session = Session.getInstance(dialogue(settings));
    String password = settings.username() == null ? null : password(settings);
    links =
        new Links<>(settings.connections(), deadline -> MailLink.open(session, settings, password));
  }

  private static Properties dialogue(MailSettings settings) {
    String timeout = Long.toString(settings.stepTimeout().toMillis());
    var dialogue = new Properties();
    dialogue.setProperty("mail.smtp.connectiontimeout", timeout);
    dialogue.setProperty("mail.smtp.timeout", timeout);
    dialogue.setProperty("mail.smtp.writetimeout", timeout);
    dialogue.setProperty("mail.smtp.quitwait", "false");
    dialogue.setProperty("mail.smtp.starttls.enable", "true");
    dialogue.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.starttls()));
    dialogue.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    dialogue.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
    return dialogue;
  }

  @Override
  public Notice.Channel channel() {
    return Notice.Channel.EMAIL;
  }

  @Override
  public Duration longest() {
    return settings.timeout();
  }

  @Override
  public Answer<String> send(Message message) {
    InternetAddress to;
    try {
      to = address(message.address());
    } catch (AddressException e) {
      return new Answer.Failed<>(Fault.rejected(PARTNER, "the address is no mail address"));
    }
    var dialogue = new FutureTask<>(() -> hand(message, to));
    Thread.ofVirtual().name("mail").start(dialogue);
    try {
      return dialogue.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Answer.Silent<>(Fault.timeout(PARTNER, "the dialogue takes too long"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Silent<>(Fault.timeout(PARTNER, "interrupted"));
    } catch (ExecutionException e) {
      throw new IllegalStateException("Sending mail failed in an unexpected way", e);
    }
  }

  @Override
  public void destroy() {
    links.close();
  }

  private Answer<String> hand(Message message, InternetAddress to) {
    String id = messageId(message.id());
    try {
      MimeMessage mail = mail(message, to, id);
      links.use(
          Deadline.in(settings.timeout()),
          MailLink::knock,
          link -> {
            link.hand(mail, to);
            return id;
          });
      return new Answer.Got<>(id);
    } catch (MessagingException e) {
      return new Answer.Failed<>(Fault.rejected(PARTNER, "the mail can't be written"));
    } catch (NotSent e) {
      return new Answer.Failed<>(Fault.unreachable(PARTNER, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      return failure(e);
    }
  }

  private MimeMessage mail(Message message, InternetAddress to, String id)
      throws MessagingException {
    MimeBodyPart text = part(message.text().plain(), "plain");
    MimeBodyPart page = part(html(message), "html");
    var mail = new Mail(session);
    mail.setFrom(settings.from());
    mail.setRecipient(RecipientType.TO, to);
    mail.setSubject(message.text().subject(), UTF_8);
    mail.setSentDate(Date.from(clock.instant()));
    mail.setContent(new MimeMultipart("alternative", text, page));
    mail.setHeader("Message-ID", id);
    mail.setHeader("Content-Language", message.language().locale().toLanguageTag());
    // RFC 3834: no out-of-office replies to us.
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.saveChanges();
    return mail;
  }

  /** What is more than ASCII goes as Base64: Chinese is twice as long otherwise, and slow. */
  private static MimeBodyPart part(String content, String kind) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(content, UTF_8, kind);
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(content)) {
      part.setHeader("Content-Transfer-Encoding", "base64");
    }
    return part;
  }

  /** Keeps its Message-ID, in place of one that is new each time. */
  private static final class Mail extends MimeMessage {
    Mail(Session session) {
      super(session);
    }

    @Override
    protected void updateMessageID() {
      // It is set already.
    }
  }

  /** A plain page: no images, no links, nothing loaded from anywhere. */
  static String html(Message message) {
    String paragraphs =
        message.text().paragraphs().stream()
            .map(paragraph -> "<p>" + HtmlUtils.htmlEscape(paragraph, "UTF-8") + "</p>")
            .collect(Collectors.joining("\n"));
    return """
    <!doctype html>
    <html lang="%s">
    <head><meta charset="utf-8"><title>%s</title></head>
    <body style="font-family:sans-serif;font-size:16px;line-height:1.6;max-width:38em">
    %s
    </body>
    </html>
    """
        .formatted(
            message.language().locale().toLanguageTag(),
            HtmlUtils.htmlEscape(message.text().subject(), "UTF-8"),
            paragraphs);
  }

  /** One plain address, nothing around it. */
  private static InternetAddress address(String text) throws AddressException {
    var address = new InternetAddress(text, true);
    if (!text.equals(address.getAddress())
        || address.isGroup()
        || text.chars().anyMatch(c -> c <= ' ' || c == 0x7f)
        || text.indexOf('@') <= 0) {
      throw new AddressException("not one plain address");
    }
    return address;
  }

  private String messageId(String noticeId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(noticeId.getBytes(StandardCharsets.UTF_8));
      return "<notice." + HexFormat.of().formatHex(digest, 0, 16) + "@" + settings.domain() + ">";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static Answer<String> failure(IOException e) {
    Optional<Integer> code = Optional.empty();
    for (Throwable cause = e.getCause(); cause != null; cause = next(cause)) {
      if (cause instanceof SMTPAddressFailedException address) {
        code = Optional.of(address.getReturnCode());
      } else if (code.isEmpty() && cause instanceof SMTPSendFailedException whole) {
        code = Optional.of(whole.getReturnCode());
      }
    }
    return switch (code.orElse(0) / 100) {
      case 5 -> new Answer.Failed<>(Fault.rejected(PARTNER, "code " + code.get()));
      case 4 -> new Answer.Failed<>(Fault.unreachable(PARTNER, "try later: code " + code.get()));
      default -> new Answer.Silent<>(Fault.timeout(PARTNER, "the dialogue broke off"));
    };
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause instanceof MessagingException mail && mail.getNextException() != null
        ? mail.getNextException()
        : cause.getCause();
  }

  private static String password(MailSettings settings) {
    if (settings.passwordFile() == null) {
      throw new IllegalArgumentException(
          "onhook.mail.username is set: set onhook.mail.password-file too");
    }
    try {
      return Files.readString(settings.passwordFile()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read the file of onhook.mail.password-file", e);
    }
  }
}
