package io.onhook.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What a person quotes about their case: nine characters of Crockford's base 32 and a check
 * character, in two groups of five ({@code 7K3QX-0M9TW}). Easy to read over the phone (no I, L, O,
 * U); never a key by itself: looking a case up needs a second factor.
 */
public record CaseReference(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BODY = 9;
  private static final int PRIME = 31;

  public CaseReference {
    String body = text.replace("-", "");
    if (body.length() != BODY + 1 || check(body.substring(0, BODY)) != body.charAt(BODY)) {
      throw new Malformed(
          "reference.form", "A reference looks like 7K3QX-0M9TW. Check each character.");
    }
  }

  /** A new reference; 45 random bits. */
  public static CaseReference random(RandomGenerator random) {
    var body = new StringBuilder();
    for (int i = 0; i < BODY; i++) {
      body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    body.append(check(body.toString()));
    return new CaseReference(body.insert(5, '-').toString());
  }

  /**
   * Reads what a person typed: any case, with or without the dash, O for 0, I and L for 1.
   *
   * @throws Malformed if the check character does not fit
   */
  @JsonCreator
  public static CaseReference typed(String text) {
    if (text.length() > 40) {
      throw new Malformed("reference.form", "A reference has ten characters.");
    }
    String plain =
        text.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (plain.length() != BODY + 1) {
      throw new Malformed("reference.form", "A reference has ten characters.");
    }
    return new CaseReference(plain.substring(0, 5) + "-" + plain.substring(5));
  }

  private static char check(String body) {
    int rest = 0;
    for (int i = 0; i < body.length(); i++) {
      int value = ALPHABET.indexOf(body.charAt(i));
      if (value < 0) {
        return '?';
      }
      rest = (rest * ALPHABET.length() + value) % PRIME;
    }
    return ALPHABET.charAt(rest);
  }

  @JsonValue
  @Override
  public String toString() {
    return text;
  }
}
