package io.onhook.visit;

import java.time.Instant;

/**
 * An ID that a clerk compared with the register.
 *
 * @param kind of the document, as {@code resident-id}
 * @param fits whether it is the registered holder's
 * @param by username
 */
public record IdentityCheck(String kind, boolean fits, String by, Instant at) {}
