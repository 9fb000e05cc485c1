package io.onhook.cancellation;

import io.onhook.policy.Pack;
import io.onhook.shared.Malformed;
import io.onhook.shared.Msisdn;
import java.util.Optional;

/** The contract as a declarant typed it, read as a line's number. Pure. */
final class DeclaredNumber {
  private static final int SHOWN = 4;

  private DeclaredNumber() {}

  static Optional<Msisdn> of(Declared declared, Pack pack) {
    try {
      return Optional.of(Msisdn.typed(declared.contract(), pack.country()));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /** Enough for the declarant to recognise it. */
  static String masked(Declared declared, Pack pack) {
    String typed = declared.contract().strip();
    return of(declared, pack)
        .map(Msisdn::masked)
        .orElseGet(
            () -> "••••" + typed.substring(Math.max(typed.length() / 2, typed.length() - SHOWN)));
  }
}
