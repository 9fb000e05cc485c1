package io.onhook.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a person or a company as people type it, in any script: composed (NFC), one space
 * between words. Rare characters such as 𠮷 and 䶮 are letters like any other.
 */
public record PersonName(String text) {
  /** In characters as people count them. */
  private static final int LONGEST = 100;

  /** Letters with their marks, and what stands between them; never markup. */
  private static final Pattern FORM =
      Pattern.compile("[\\p{L}\\p{M}\\p{Nd}](?:[\\p{L}\\p{M}\\p{Nd} .,·•‧∙⋅・･'’ʼ()（）&/-])*");

  /** What people type differently: the dot inside names such as 阿依古丽·买买提 has many shapes. */
  private static final Pattern BETWEEN =
      Pattern.compile("[\\s\\p{Punct}·•‧∙⋅・･’ʼ‘（）\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

  public PersonName {
    if (text.isBlank()) {
      throw new Malformed("name.missing", "Type the name as it stands on the document.");
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw new Malformed("name.too-long", "Use at most " + LONGEST + " characters.");
    }
    Invisible.refuse(text, "text.invisible");
    if (!FORM.matcher(text).matches()) {
      throw new Malformed("name.characters", "Use letters, spaces, dots and dashes only.");
    }
  }

  /**
   * Reads what a person typed.
   *
   * @throws Malformed if it can't be a name
   */
  public static PersonName typed(String text) {
    return new PersonName(
        Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("[\\s\\u3000]+", " "));
  }

  /**
   * Whether two texts name the same: apart from width, case, spaces, dashes and dots; of names in
   * Latin letters also apart from accents, from how a passport writes them, and from whether the
   * surname comes first.
   */
  public static boolean same(String one, String other) {
    return plain(one).equals(plain(other)) || LatinName.same(one, other);
  }

  private static String plain(String text) {
    return BETWEEN
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .replaceAll("")
        .toUpperCase(Locale.ROOT);
  }

  /** Never the name. */
  @Override
  public String toString() {
    return "PersonName";
  }
}
