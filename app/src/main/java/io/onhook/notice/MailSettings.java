package io.onhook.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's mail server.
 *
 * @param host name or address; without it no mail is sent
 * @param from the sender's address; its domain stands in every Message-ID
 * @param username for SMTP AUTH; null for none
 * @param passwordFile its password, on one line
 * @param starttls whether an encrypted connection is required
 * @param stepTimeout the longest a step of the dialogue takes
 * @param timeout the longest that we wait for the dialogue's end
 * @param connections how many dialogues there are at the same time, at most
 */
@ConfigurationProperties("onhook.mail")
record MailSettings(
    String host,
    @DefaultValue("25") int port,
    @DefaultValue("no-reply@mobile.example") String from,
    @Nullable String username,
    @Nullable Path passwordFile,
    @DefaultValue("false") boolean starttls,
    @DefaultValue("4s") Duration stepTimeout,
    @DefaultValue("12s") Duration timeout,
    @DefaultValue("8") int connections) {

  MailSettings {
    try {
      new InternetAddress(from, true);
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          "onhook.mail.from is " + from + ": give an address, as no-reply@mobile.example", e);
    }
  }

  String domain() {
    return from.substring(from.indexOf('@') + 1);
  }
}
