package io.onhook.branch;

import java.time.Instant;

/**
 * A ticket that was called, as everybody in the office may see it.
 *
 * @param label of the ticket
 * @param window where its holder is to go
 * @param times how often it was called: a further time is told again
 * @param at when, the last time
 * @param open whether it is still called or served there; else it is history
 */
public record Call(String label, int window, int times, Instant at, boolean open) {}
