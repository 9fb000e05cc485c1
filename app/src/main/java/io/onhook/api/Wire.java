package io.onhook.api;

import io.onhook.notice.Notice.Channel;
import io.onhook.shared.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** How plain values are written in bodies. */
final class Wire {
  private Wire() {}

  /** {@code 2026-12-31}. */
  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Malformed("date.form", "Write a day as 2026-12-31.");
    }
  }

  /** {@code 2026-12-31T08:00:00Z}. */
  static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Malformed("instant.form", "Write a time as 2026-12-31T08:00:00Z.");
    }
  }

  /** {@code sms}, {@code email} or {@code letter}. */
  static Channel channel(String text) {
    return switch (text) {
      case "sms" -> Channel.SMS;
      case "email" -> Channel.EMAIL;
      case "letter" -> Channel.LETTER;
      default -> throw new Malformed("channel.unknown", "Choose email, sms or letter.");
    };
  }

  /** An enum's constant as bodies write it: {@code FOR_A_FEE} is {@code for-a-fee}. */
  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
