package io.onhook.shared;

import java.util.regex.Pattern;

/**
 * Signs that nobody sees: of no width, or turning the direction of reading. With them two texts
 * look alike and are not, and one text is read as another. They come from copying.
 */
public final class Invisible {
  /** Format and control signs; fillers and joiners that are letters or marks by their category. */
  private static final Pattern SIGN =
      Pattern.compile(
          "[\\p{Cf}\\p{Cc}&&[^\\n\\r\\t]]|[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u2028"
              + "\\u2029\\u2800\\u3164\\uFFA0]");

  private Invisible() {}

  public static boolean in(String text) {
    return SIGN.matcher(text).find();
  }

  /**
   * Lets a text pass in which all is seen.
   *
   * @param code of the problem
   * @throws Malformed if there is such a sign
   */
  public static void refuse(String text, String code) {
    if (in(text)) {
      throw new Malformed(code, "It has invisible signs, as from copying. Type it by hand.");
    }
  }
}
