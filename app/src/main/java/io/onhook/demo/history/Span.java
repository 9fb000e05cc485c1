package io.onhook.demo.history;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The days that are lived.
 *
 * @param firstOn the first of them
 * @param lastOn the last one, which a visitor finds as today
 * @param lastAt where the clock stands in the end
 * @param nextOn the day that is lived next
 * @param done whether all are lived
 */
record Span(LocalDate firstOn, LocalDate lastOn, Instant lastAt, LocalDate nextOn, boolean done) {}
