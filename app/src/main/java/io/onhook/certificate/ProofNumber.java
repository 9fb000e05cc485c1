package io.onhook.certificate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.onhook.shared.Malformed;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The number of a certificate or receipt: 24 random characters of Crockford's base 32 (120 bits, so
 * nobody finds one by trying) and a check character, in five groups of five. It opens the public
 * verification page, which shows little; it is no key to the case.
 */
public record ProofNumber(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int RANDOM = 24;
  private static final int PRIME = 31;
  private static final Pattern FORM =
      Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}");

  public ProofNumber {
    if (!FORM.matcher(text).matches()) {
      throw new Malformed(
          "certificate-number.form",
          "A certificate number has 25 letters and digits in five groups. Check each character.");
    }
    String plain = text.replace("-", "");
    if (check(plain.substring(0, RANDOM)) != plain.charAt(RANDOM)) {
      throw new Malformed(
          "certificate-number.check", "The number is mistyped. Check each character.");
    }
  }

  /** A new number; the generator must be a secure one. */
  static ProofNumber random(RandomGenerator random) {
    var plain = new StringBuilder(RANDOM + 1);
    for (int i = 0; i < RANDOM; i++) {
      plain.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return grouped(plain.append(check(plain)));
  }

  /**
   * Reads what a person typed: any case, with or without dashes and spaces, O for 0, I and L for 1.
   *
   * @throws Malformed if it can't be a number that was ever issued
   */
  @JsonCreator
  public static ProofNumber typed(String text) {
    if (text.length() > 80) {
      throw new Malformed("certificate-number.form", "A certificate number has 25 characters.");
    }
    String plain =
        text.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (plain.length() != RANDOM + 1) {
      throw new Malformed("certificate-number.form", "A certificate number has 25 characters.");
    }
    return grouped(new StringBuilder(plain));
  }

  private static ProofNumber grouped(StringBuilder plain) {
    for (int gap = 20; gap > 0; gap -= 5) {
      plain.insert(gap, '-');
    }
    return new ProofNumber(plain.toString());
  }

  private static char check(CharSequence body) {
    int rest = 0;
    for (int i = 0; i < body.length(); i++) {
      rest = (rest * ALPHABET.length() + ALPHABET.indexOf(body.charAt(i))) % PRIME;
    }
    return ALPHABET.charAt(rest);
  }

  @JsonValue
  @Override
  public String toString() {
    return text;
  }
}
