package io.onhook.engine;

import java.time.Instant;

/**
 * A remote effect that was decided on and stored before it is tried.
 *
 * @param effectKey the same for every attempt at this effect, unique among all effects: give it to
 *     the partner as idempotency key
 * @param arguments what to ask of the partner
 * @param attempt 1 at first, one more after each try and each question that settled nothing
 * @param now the product's clock
 */
public record Intent<I>(String effectKey, I arguments, int attempt, Instant now) {
  static final String UNDO = "-undo";

  /**
   * The key of the effect that this one takes back, for whoever has to look first whether there was
   * one.
   *
   * @throws IllegalStateException if this takes nothing back
   */
  public String keyTakenBack() {
    if (!effectKey.endsWith(UNDO)) {
      throw new IllegalStateException(effectKey + " takes nothing back");
    }
    return effectKey.substring(0, effectKey.length() - UNDO.length());
  }
}
