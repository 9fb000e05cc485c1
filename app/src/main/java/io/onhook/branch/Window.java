package io.onhook.branch;

import java.time.Instant;
import java.util.Set;

/**
 * A window with somebody behind it.
 *
 * @param number from 1
 * @param staff username of who sits there
 * @param services what it calls tickets for
 * @param onBreak whether it calls nobody just now
 * @param since when it came into this state
 */
public record Window(
    String office,
    int number,
    String staff,
    Set<Service> services,
    boolean onBreak,
    Instant since) {}
