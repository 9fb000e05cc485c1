package io.onhook.document;

import io.onhook.policy.Paper;
import java.time.Instant;

/**
 * Somebody opened a page of a holder's papers.
 *
 * @param at when
 * @param staff who, as the journal calls them
 * @param purpose why
 * @param paper what they saw a page of
 */
public record Opening(Instant at, String staff, Purpose purpose, Paper paper) {}
