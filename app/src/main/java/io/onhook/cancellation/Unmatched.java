package io.onhook.cancellation;

import io.onhook.shared.CaseReference;
import java.time.Instant;

/**
 * A declaration that a person has to match with a line.
 *
 * @param reference what the declarant quotes
 * @param receivedAt its time of receipt, which stands
 * @param dueAt until when it is to be looked at
 * @param declared what was declared
 */
public record Unmatched(
    CaseReference reference, Instant receivedAt, Instant dueAt, Declared declared) {}
