package io.onhook.visit;

import io.onhook.shared.Malformed;
import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A code on paper: twelve characters of Crockford's base 32 in three groups, sixty random bits. It
 * is good as long as its case is kept, so it is longer than one that comes by message.
 */
record PrintedCode(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 12;
  private static final int GROUP = 4;
  private static final int LONGEST = 60;

  /**
   * A new one.
   *
   * @param random must be cryptographically strong
   */
  static PrintedCode random(RandomGenerator random) {
    var text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new PrintedCode(text.toString());
  }

  /**
   * Reads what a person typed: any case, with or without dashes, O for 0, I and L for 1.
   *
   * @throws Malformed if it can't be one
   */
  static PrintedCode typed(String typed) {
    String plain =
        typed.length() > LONGEST
            ? ""
            : Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    if (plain.length() != LENGTH || plain.chars().anyMatch(it -> ALPHABET.indexOf(it) < 0)) {
      throw new Malformed(
          "printed-code.form", "A printed code has twelve letters and digits, as 7K3Q-X0M9-TW4B.");
    }
    return new PrintedCode(plain);
  }

  /** As it stands on paper. */
  String printed() {
    return String.join(
        "-", text.substring(0, GROUP), text.substring(GROUP, 2 * GROUP), text.substring(2 * GROUP));
  }

  /** Never the code. */
  @Override
  public String toString() {
    return "PrintedCode";
  }
}
