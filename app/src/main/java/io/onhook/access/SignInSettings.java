package io.onhook.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How codes are given out.
 *
 * @param region ISO 3166 code of the operator's country, for numbers typed without a country code
 * @param codeLives how long a code is good; at most ten minutes
 * @param answersAfter each request is answered after exactly this time, so that the time tells
 *     nothing about the number
 * @param perNumberAndHour codes to one number or address, asked for from one network (IPv4: /24,
 *     IPv6: /48)
 * @param perNumberAndDay the same in a day
 * @param perNumberFromAllAndHour codes to one number or address, whoever asks
 * @param perNumberFromAllAndDay the same in a day
 * @param perPrefixAndHour codes to numbers that differ in their last four digits only
 * @param perClientAndHour codes asked for from one client address (IPv6: from one /64)
 * @param perDay codes to all
 * @param wrongPerClientAndHour wrong codes or passwords from one client address
 * @param wrongPerAccountAndHour wrong passwords for one staff account
 */
@ConfigurationProperties("onhook.sign-in")
record SignInSettings(
    @DefaultValue("CN") String region,
    @DefaultValue("PT10M") Duration codeLives,
    @DefaultValue("PT0.8S") Duration answersAfter,
    @DefaultValue("5") int perNumberAndHour,
    @DefaultValue("10") int perNumberAndDay,
    @DefaultValue("20") int perNumberFromAllAndHour,
    @DefaultValue("40") int perNumberFromAllAndDay,
    @DefaultValue("200") int perPrefixAndHour,
    @DefaultValue("30") int perClientAndHour,
    @DefaultValue("20000") int perDay,
    @DefaultValue("60") int wrongPerClientAndHour,
    @DefaultValue("10") int wrongPerAccountAndHour) {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  SignInSettings {
    if (codeLives.isNegative() || codeLives.isZero() || codeLives.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "onhook.sign-in.code-lives is " + codeLives + ": set it to at most PT10M");
    }
  }
}
