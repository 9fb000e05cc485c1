package io.onhook.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as people have them (RFC 5321, section 4.1.2, without quoted parts), its domain
 * in small letters.
 */
public record EmailAddress(String text) {
  private static final int LONGEST = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}]{1,64}@[\\p{L}\\p{N}.-]{1,180}\\.[\\p{L}\\p{N}-]{2,63}");

  public EmailAddress {
    Invisible.refuse(text, "text.invisible");
    if (text.length() > LONGEST || !FORM.matcher(text).matches() || text.contains("..")) {
      throw new Malformed("email.form", "Type an address like name@example.com.");
    }
  }

  /**
   * Reads what a person typed.
   *
   * @throws Malformed if it can't be one
   */
  public static EmailAddress typed(String text) {
    String plain = text.strip();
    int at = plain.lastIndexOf('@') + 1;
    return new EmailAddress(plain.substring(0, at) + plain.substring(at).toLowerCase(Locale.ROOT));
  }

  /** Never the address. */
  @Override
  public String toString() {
    return "EmailAddress";
  }
}
