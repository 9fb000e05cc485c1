package io.onhook.cancellation;

import io.onhook.shared.CaseReference;
import java.time.Instant;

/**
 * A report that waits for a person. For staff's doors only.
 *
 * @param reported what was typed
 * @param dueAt until when somebody is to look into it
 */
public record ToLookInto(
    CaseReference reference, Instant receivedAt, Instant dueAt, Reported reported) {}
