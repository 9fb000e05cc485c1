package io.onhook.engine;

import io.onhook.shared.Fault;

/** How bugs and faults are named where people read why a case is parked. */
final class Faults {
  private Faults() {}

  /** Only the kind of a bug: its message may hold personal data and goes to the log alone. */
  static String bug(Throwable bug) {
    return "bug: " + bug.getClass().getSimpleName();
  }

  static String text(Fault fault) {
    return fault.partner() + " " + fault.code() + ": " + fault.message();
  }
}
