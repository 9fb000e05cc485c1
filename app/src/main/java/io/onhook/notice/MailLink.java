package io.onhook.notice;

import io.onhook.shared.NotSent;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One dialogue with the mail server, in which mails are handed over one after the other. */
final class MailLink implements Closeable {
  /** Servers end a dialogue that never ends by itself. */
  private static final int MOST_MAILS = 50;

  private static final int OK = 250;

  private final SMTPTransport server;
  private int mails;

  private MailLink(SMTPTransport server) {
    this.server = server;
  }

  /**
   * Connects, encrypts as the session says, and signs in where there is somebody to sign in.
   *
   * @throws NotSent if the server is away, or does not let us in
   */
  static MailLink open(Session session, MailSettings settings, @Nullable String password)
      throws NotSent {
    var server =
        new SMTPTransport(
            session, new URLName("smtp", settings.host(), settings.port(), null, null, null));
    try {
      server.connect(settings.host(), settings.port(), settings.username(), password);
      return new MailLink(server);
    } catch (MessagingException e) {
      throw new NotSent("no dialogue with the server", new IOException(e));
    }
  }

  /** Whether it is good for one mail more; else it fails. */
  void knock() throws IOException {
    if (mails >= MOST_MAILS) {
      throw new IOException("it has carried " + mails + " mails");
    }
    try {
      int answer = server.simpleCommand("NOOP");
      if (answer != OK) {
        throw new IOException("NOOP got " + answer);
      }
    } catch (MessagingException e) {
      if (e.getNextException() instanceof SocketTimeoutException late) {
        throw late;
      }
      throw new IOException(e);
    }
  }

  /**
   * Hands a mail over. Once this returns, the server has it.
   *
   * @throws IOException with the {@code MessagingException} as its cause
   */
  void hand(MimeMessage mail, InternetAddress to) throws IOException {
    mails++;
    try {
      server.sendMessage(mail, new Address[] {to});
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      server.close();
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }
}
