package io.onhook.notice;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's short message service centre, spoken to over SMPP 3.4.
 *
 * @param host name or address; without it no SMS is sent
 * @param systemId who binds
 * @param passwordFile the password, on one line; at most 8 characters, as SMPP has it
 * @param password the password itself, where it is no secret, as in the sandbox
 * @param sender what the phone shows: up to 11 letters and digits, or a number
 * @param timeout the longest that binding and beginning to send a message takes
 * @param answerTimeout the longest that the centre may take to answer a part of a message
 * @param window how many messages may wait for their answer at once
 */
@ConfigurationProperties("onhook.smsc")
record SmscSettings(
    String host,
    @DefaultValue("2775") int port,
    @DefaultValue("onhook") String systemId,
    @Nullable Path passwordFile,
    @Nullable String password,
    @DefaultValue("Onhook") String sender,
    @DefaultValue("8s") Duration timeout,
    @DefaultValue("4s") Duration answerTimeout,
    @DefaultValue("10") int window) {

  SmscSettings {
    if (!sender.matches("[A-Za-z0-9 ]{1,11}|\\+?\\d{1,15}")) {
      throw new IllegalArgumentException(
          "onhook.smsc.sender is " + sender + ": give up to 11 letters and digits, or a number");
    }
  }

  boolean senderIsNumber() {
    return sender.matches("\\+?\\d+");
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "SmscSettings[" + host + ":" + port + ", " + systemId + "]";
  }
}
