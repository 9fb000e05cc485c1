package io.onhook.sandbox.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of the sandbox's journal.
 *
 * @param seq 1, 2, 3 … without gaps
 * @param at the sandbox clock
 * @param operation what was asked, for example {@code refund.create}
 * @param key the caller's effect key; null where the protocol has none
 * @param arguments what it was asked with
 * @param result what was answered (or would have been, if the answer was lost on purpose)
 * @param replayed the key was known: the first answer was given again and nothing was done
 * @param changes what it did to the state; empty if nothing
 */
public record Entry(
    long seq,
    Instant at,
    String operation,
    @Nullable String key,
    JsonNode arguments,
    JsonNode result,
    boolean replayed,
    List<Change> changes) {}
