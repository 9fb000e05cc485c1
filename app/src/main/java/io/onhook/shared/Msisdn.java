package io.onhook.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.regex.Pattern;

/**
 * The number of a line, in E.164 form with its plus: {@code +8613800138000} (ITU-T E.164, clause
 * 6.2: at most 15 digits).
 */
public record Msisdn(String e164) {
  private static final Pattern FORM = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();

  public Msisdn {
    if (!FORM.matcher(e164).matches()) {
      throw new Malformed(
          "msisdn.form", "Give the number with its country code, as in +8613800138000.");
    }
  }

  /** Reads a stored number; it must be in E.164 form already. */
  @JsonCreator
  public static Msisdn of(String e164) {
    return new Msisdn(e164);
  }

  /**
   * Reads what a person typed: spaces, dashes, full-width digits, {@code 0086}, with or without the
   * country code.
   *
   * @param region ISO 3166 code of the operator's country, for numbers typed without a country code
   * @throws Malformed if it can't be a number of any country
   */
  public static Msisdn typed(String text, String region) {
    if (text.length() > 40) {
      throw new Malformed("msisdn.too-long", "A number has at most 15 digits.");
    }
    try {
      var parsed = PHONE_NUMBERS.parse(text, region);
      if (!PHONE_NUMBERS.isPossibleNumber(parsed)) {
        throw new Malformed(
            "msisdn.not-possible", "Check the number: digits are missing or extra.");
      }
      return new Msisdn(PHONE_NUMBERS.format(parsed, PhoneNumberFormat.E164));
    } catch (NumberParseException e) {
      throw new Malformed("msisdn.not-a-number", "Type the digits of the number only.");
    }
  }

  /** E.164 without the plus, as network elements want it. */
  public String digits() {
    return e164.substring(1);
  }

  /** Enough to recognise, too little to call: {@code +86 138••••8000}. For screens and logs. */
  public String masked() {
    String digits = digits();
    int keepHead = Math.max(2, digits.length() - 8);
    return "+" + digits.substring(0, keepHead) + "••••" + digits.substring(digits.length() - 4);
  }

  @JsonValue
  @Override
  public String e164() {
    return e164;
  }

  /** Masked: a number must not reach a log by accident. */
  @Override
  public String toString() {
    return masked();
  }
}
