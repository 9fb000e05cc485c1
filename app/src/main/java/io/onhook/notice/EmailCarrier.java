package io.onhook.notice;

import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Sends mail, as plain text and HTML, with a Message-ID that is the same for the same notice. */
@Component
@ConditionalOnProperty("onhook.mail.host")
@EnableConfigurationProperties(MailSettings.class)
final class EmailCarrier implements Carrier {
  private static final String PARTNER = "mail";

  // Jakarta Mail asks for its streams several times a message, and looks through every jar of the
  // class path each time unless it is told: an eighth of what a whole cancellation cost.
  static {
    String streams = StreamProvider.class.getName();
    if (System.getProperty(streams) == null) {
      System.setProperty(streams, MailStreamProvider.class.getName());
    }
  }

  private final MailSettings settings;
  private final JavaMailSenderImpl server = new JavaMailSenderImpl();

  EmailCarrier(MailSettings settings) {
    this.settings = settings;
    server.setHost(settings.host());
    server.setPort(settings.port());
    server.setDefaultEncoding(StandardCharsets.UTF_8.name());
    String timeout = Long.toString(settings.stepTimeout().toMillis());
    var dialogue = server.getJavaMailProperties();
    dialogue.setProperty("mail.smtp.connectiontimeout", timeout);
    dialogue.setProperty("mail.smtp.timeout", timeout);
    dialogue.setProperty("mail.smtp.writetimeout", timeout);
    dialogue.setProperty("mail.smtp.starttls.enable", "true");
    dialogue.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.starttls()));
    dialogue.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    if (settings.username() != null) {
      dialogue.setProperty("mail.smtp.auth", "true");
      server.setUsername(settings.username());
      server.setPassword(password(settings));
    }
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

  private Answer<String> hand(Message message, InternetAddress to) {
    String id = messageId(message.id());
    try {
      server.send(mail(message, to, id));
      return new Answer.Got<>(id);
    } catch (MessagingException e) {
      return new Answer.Failed<>(Fault.rejected(PARTNER, "the mail can't be written"));
    } catch (MailAuthenticationException e) {
      return new Answer.Failed<>(Fault.unreachable(PARTNER, "the server refuses to let us in"));
    } catch (MailException e) {
      return failure(e);
    }
  }

  private MimeMessage mail(Message message, InternetAddress to, String id)
      throws MessagingException {
    MimeMessage mail = server.createMimeMessage();
    var helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
    helper.setFrom(settings.from());
    helper.setTo(to);
    helper.setSubject(message.text().subject());
    helper.setText(message.text().plain(), html(message));
    mail.setHeader("Message-ID", id);
    mail.setHeader("Content-Language", message.language().locale().toLanguageTag());
    // RFC 3834: no out-of-office replies to us.
    mail.setHeader("Auto-Submitted", "auto-generated");
    return mail;
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

  private static Answer<String> failure(MailException e) {
    var causes =
        e instanceof MailSendException sending
            ? List.of(sending.getMessageExceptions())
            : List.<Exception>of();
    Throwable first = causes.isEmpty() ? e.getCause() : causes.getFirst();
    Optional<Integer> code = Optional.empty();
    for (Throwable cause = first; cause != null; cause = next(cause)) {
      if (cause instanceof MailConnectException || cause instanceof AuthenticationFailedException) {
        return new Answer.Failed<>(Fault.unreachable(PARTNER, "the server can't be reached"));
      }
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
