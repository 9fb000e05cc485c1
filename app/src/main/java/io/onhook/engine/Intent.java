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
public record Intent<I>(String effectKey, I arguments, int attempt, Instant now) {}
