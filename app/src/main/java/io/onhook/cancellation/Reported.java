package io.onhook.cancellation;

import io.onhook.shared.Language;
import java.util.Locale;

/**
 * What somebody who has not signed in reports about a line. Values are as typed; nothing is shown
 * in return, for nobody knows who it is.
 *
 * @param kind what is wrong
 * @param name who reports it
 * @param number the line's, as typed
 * @param email where the confirmation goes
 * @param words in their own words; may be empty
 * @param language theirs
 */
public record Reported(
    Kind kind, String name, String number, String email, String words, Language language) {
  /** What is wrong. */
  public enum Kind {
    /** I use the line, and somebody else is its holder. */
    NOT_HOLDER,
    /** The line is in my name, and I never opened it. */
    NEVER_OPENED;

    /** As in addresses, message keys and work lists. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** All of it is personal. */
  @Override
  public String toString() {
    return "Reported[" + kind + "]";
  }
}
