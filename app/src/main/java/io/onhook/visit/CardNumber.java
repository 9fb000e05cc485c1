package io.onhook.visit;

import io.onhook.shared.Iccid;
import io.onhook.shared.Luhn;
import io.onhook.shared.Malformed;

/** Compares a SIM's number, as typed or scanned, with a line's. Pure. */
final class CardNumber {
  /** Of numbers without a check digit: so few differing digits are a slip, more another card. */
  private static final int SLIP = 2;

  private CardNumber() {}

  /** How it compares. */
  enum Match {
    SAME,
    WRONG_DIGIT,
    OTHER_SIM,
    NO_NUMBER
  }

  static Match compare(Iccid registered, String typed) {
    String digits = plain(typed);
    Iccid read;
    try {
      read = new Iccid(digits);
    } catch (Malformed e) {
      // As many digits as the line's, or nearly: somebody left one out.
      boolean near = digits.matches("[0-9]{15,22}");
      return near ? Match.WRONG_DIGIT : Match.NO_NUMBER;
    }
    if (read.equals(registered)) {
      return Match.SAME;
    }
    if (!registered.hasCheckDigit()) {
      return differing(registered.digits(), digits) <= SLIP ? Match.WRONG_DIGIT : Match.OTHER_SIM;
    }
    return Luhn.holds(digits) ? Match.OTHER_SIM : Match.WRONG_DIGIT;
  }

  /** Scanners and people put blanks between; some cards print a filler F at the end. */
  private static String plain(String typed) {
    return typed.replaceAll("[\\s\\u3000-]", "").replaceFirst("[fF]$", "");
  }

  private static int differing(String one, String other) {
    int differing = Math.abs(one.length() - other.length());
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      differing += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return differing;
  }
}
