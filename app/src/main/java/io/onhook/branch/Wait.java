package io.onhook.branch;

import java.time.Duration;

/**
 * How long somebody will wait, as a range: by how long visits of that service took at this office.
 *
 * @param least at least so long, in most cases
 * @param most at most so long, in most cases
 * @param learnt whether enough visits were seen; else it is a guess
 */
public record Wait(Duration least, Duration most, boolean learnt) {}
