package io.onhook.journal;

import io.onhook.shared.Actor;
import java.time.Instant;

/**
 * One thing that happened, as it stands in a chain.
 *
 * @param chain the case's id, or a stream's (negative)
 * @param sequence 1, 2, 3 … without gaps in its chain
 * @param at the product's clock, to the microsecond
 * @param actor who did it
 * @param kind what happened, in kebab-case: {@code step-done}, {@code signal}, {@code viewed}
 * @param subject to what, for example the step's name
 * @param detail the facts, as compact JSON; no secrets and no full numbers
 * @param hash SHA-256 over the chain's previous hash and all of the above
 */
public record Entry(
    long chain,
    int sequence,
    Instant at,
    Actor actor,
    String kind,
    String subject,
    String detail,
    Hash hash) {}
