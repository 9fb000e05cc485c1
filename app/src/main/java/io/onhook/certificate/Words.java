package io.onhook.certificate;

/**
 * The same thing said in Chinese and in English.
 *
 * @param zh simplified Chinese
 * @param en English
 */
public record Words(String zh, String en) {
  /** What is written the same in both, such as a name or a number. */
  public static Words same(String text) {
    return new Words(text, text);
  }
}
