package io.onhook.journal;

import java.time.Instant;
import java.util.List;

/**
 * A signed statement, kept outside the database, of where the chains stood.
 *
 * @param number 1, 2, 3 … in its folder
 * @param previous SHA-256 of the root before, as written; {@link Hash#GENESIS} for the first
 * @param from the position behind which this root's entries begin
 * @param to the last position that it covers
 * @param at when it was made
 * @param heads the last entry of each chain that got entries in between
 */
record Root(long number, Hash previous, long from, long to, Instant at, List<ChainHead> heads) {
  /** The end of one chain when the root was made. */
  record ChainHead(long chain, int sequence, String hash) {}
}
