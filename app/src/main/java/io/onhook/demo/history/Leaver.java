package io.onhook.demo.history;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Somebody who ends a line. Drawn from the day alone, so that a day that a power cut broke off is
 * lived again with the same people.
 *
 * @param day on which they ask
 * @param at when
 * @param number of the line among the sandbox operator's
 * @param situation of it, as the operator's catalogue calls it
 * @param way how the request comes in
 * @param fate what becomes of it
 * @param readsChinese else they are told in the pack's other language
 */
record Leaver(
    LocalDate day,
    LocalTime at,
    int number,
    String situation,
    String way,
    Fate fate,
    boolean readsChinese) {

  /** Whether the final bill of this line is owed, and not owing. */
  boolean pays() {
    return situation.startsWith("postpaid");
  }

  /** Unique to this request, and the same whenever its day is lived. */
  String key() {
    return "history-" + number;
  }
}
