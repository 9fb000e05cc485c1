package io.onhook.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The second line of a passport's machine readable zone (ICAO Doc 9303 part 4, TD3): 44 characters
 * with five check digits. Names stand in the first line and carry no check.
 *
 * @param line the 44 characters
 */
public record PassportZone(String line) {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9<]{44}");

  public PassportZone {
    if (!FORM.matcher(line).matches()) {
      throw new Malformed(
          "passport.form",
          "The last line of the passport has 44 characters: letters, digits and <.");
    }
    check(line.substring(0, 9), line.charAt(9), "passport.number");
    check(line.substring(13, 19), line.charAt(19), "passport.date-of-birth");
    check(line.substring(21, 27), line.charAt(27), "passport.expiry");
    String personal = line.substring(28, 42);
    // An empty personal number may have a filler in place of its digit.
    if (line.charAt(42) != '<' || !personal.chars().allMatch(c -> c == '<')) {
      check(personal, line.charAt(42), "passport.personal-number");
    }
    check(
        line.substring(0, 10) + line.substring(13, 20) + line.substring(21, 43),
        line.charAt(43),
        "passport.check-digit");
  }

  /**
   * Reads what a person or a scanner typed: spaces left out, small letters raised.
   *
   * @throws Malformed naming the part whose check digit does not fit
   */
  public static PassportZone typed(String text) {
    if (text.length() > 100) {
      throw new Malformed("passport.form", "The last line of the passport has 44 characters.");
    }
    return new PassportZone(text.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
  }

  /** The passport's number, without filler. */
  public String number() {
    return line.substring(0, 9).replace("<", "");
  }

  /** The holder's nationality, three letters. */
  public String nationality() {
    return line.substring(10, 13).replace("<", "");
  }

  private static void check(String part, char expected, String code) {
    int[] weights = {7, 3, 1};
    int sum = 0;
    for (int i = 0; i < part.length(); i++) {
      sum += weights[i % 3] * value(part.charAt(i));
    }
    if (sum % 10 != value(expected) || !Character.isDigit(expected)) {
      throw new Malformed(code, "A character was mistyped. Compare with the passport.");
    }
  }

  private static int value(char c) {
    if (c == '<') {
      return 0;
    }
    return c <= '9' ? c - '0' : c - 'A' + 10;
  }

  /** Never the number. */
  @Override
  public String toString() {
    return "PassportZone[" + nationality() + "]";
  }
}
