package io.onhook.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An international bank account number (ISO 13616-1): country, two check digits, 11 to 30 letters
 * and digits; modulo 97 it is 1 (ISO 7064 MOD 97-10). Lengths by country are left to the bank.
 */
public record Iban(String text) {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

  @JsonCreator
  public Iban {
    if (!FORM.matcher(text).matches()) {
      throw new Malformed(
          "iban.form", "An IBAN begins with two letters and two digits and has 15 to 34 signs.");
    }
    if (rest(text) != 1) {
      throw new Malformed("iban.check-digit", "A character was mistyped. Compare with the bank's.");
    }
  }

  /**
   * Reads what a person typed: in groups, small letters.
   *
   * @throws Malformed if it can't be an IBAN
   */
  public static Iban typed(String text) {
    if (text.length() > 60) {
      throw new Malformed("iban.form", "An IBAN has at most 34 characters.");
    }
    return new Iban(text.replaceAll("[\\s\\p{Cf}-]", "").toUpperCase(Locale.ROOT));
  }

  private static int rest(String text) {
    int rest = 0;
    for (char c : (text.substring(4) + text.substring(0, 4)).toCharArray()) {
      int value = Character.digit(c, 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest;
  }

  @JsonValue
  @Override
  public String text() {
    return text;
  }

  /** Country and last four characters only. */
  @Override
  public String toString() {
    return text.substring(0, 2) + "••••" + text.substring(text.length() - 4);
  }
}
