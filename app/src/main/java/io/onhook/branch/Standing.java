package io.onhook.branch;

import java.util.List;

/**
 * Where a ticket stands in its queue.
 *
 * @param ahead who is called earlier, in order; only those that share a window with it
 * @param windows how many windows call for its service now
 * @param expected how long it will be, if somebody calls for its service
 */
public record Standing(Ticket ticket, List<Ahead> ahead, int windows, Wait expected) {}
