package io.onhook.demo.history;

import java.time.Instant;

/**
 * Something that happens at its time.
 *
 * @param quickly whether the operator need not know the time to the minute: nothing of it reaches
 *     its systems
 */
record Happening(Instant at, boolean quickly, Runnable what) {}
