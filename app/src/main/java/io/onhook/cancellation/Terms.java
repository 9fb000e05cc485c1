package io.onhook.cancellation;

import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.settlement.Quote;
import java.time.Instant;

/**
 * Under which rules a case runs, and what was promised. A case keeps the version of the pack that
 * it began with.
 *
 * @param packId the pack
 * @param packVersion its version
 * @param receivedAt the time of receipt, which stands
 * @param dates what was promised
 * @param promised the quote that the holder agreed to
 * @param duesBlock whether the end waits until what is owed is paid
 */
record Terms(
    String packId,
    int packVersion,
    Instant receivedAt,
    PromisedDates dates,
    Quote promised,
    boolean duesBlock) {

  Pack pack(Packs packs) {
    return packs.of(packId, packVersion);
  }
}
