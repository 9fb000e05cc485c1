package io.onhook.settlement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end that a quote is made for.
 *
 * @param at from when the line is ended
 * @param periodEndsOn last day of the billing period that runs when the quote is made; null if the
 *     line has none
 * @param simMissing whether a SIM that had to come back did not
 */
public record Ending(Instant at, @Nullable LocalDate periodEndsOn, boolean simMissing) {
  public Ending(Instant at, @Nullable LocalDate periodEndsOn) {
    this(at, periodEndsOn, false);
  }
}
