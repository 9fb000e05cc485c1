package io.onhook.access;

import java.util.Locale;

/** What a holder proved when they signed in; what they may do follows from it. */
public enum SignInWay {
  /** A code that went to the line itself. */
  LINE,
  /**
   * A code to the contact of a running or ended case: enough to look and to take back, not to ask
   * for an end.
   */
  CONTACT,
  /**
   * The number of the account's document, and a code to another contact of the account: what is
   * asked for takes effect after a cooling time only.
   */
  OTHER_CONTACT;

  /** As stored and journalled: {@code other-contact}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SignInWay of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
