package io.onhook.document;

import java.time.Instant;

/**
 * Somebody opened a page of a holder's papers.
 *
 * @param at when
 * @param staff who, as the journal calls them
 * @param purpose why
 */
public record Opening(Instant at, String staff, Purpose purpose) {}
