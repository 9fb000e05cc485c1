package io.onhook.visit;

import io.onhook.line.LineId;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Money that was taken at a window.
 *
 * @param reference of the payment itself, as on its receipt
 * @param method {@code cash} or {@code card}
 * @param by username of who took it
 * @param notedAt when billing had noted it; empty while that is under way
 */
public record Payment(
    CaseReference reference,
    long visit,
    LineId line,
    Money amount,
    Method method,
    String by,
    Instant takenAt,
    Optional<Instant> notedAt) {

  /** How it was paid. */
  public enum Method {
    CASH,
    CARD;

    /** As stored, and in message keys. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Empty if there is none of this key. */
    public static Optional<Method> of(String key) {
      return java.util.Arrays.stream(values()).filter(it -> it.key().equals(key)).findAny();
    }
  }
}
