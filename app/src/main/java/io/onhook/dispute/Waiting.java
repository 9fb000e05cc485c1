package io.onhook.dispute;

import java.time.Instant;
import java.util.Optional;

/**
 * A dispute that waits for a person.
 *
 * @param dispute what is disputed
 * @param reason in the holder's words
 * @param dueAt until when it is to be decided
 * @param agreed who upheld it already, where two must
 */
public record Waiting(Contested dispute, String reason, Instant dueAt, Optional<String> agreed) {}
