package io.onhook.cancellation;

import io.onhook.line.LineId;
import io.onhook.notice.Notice;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.shared.CaseReference;
import io.onhook.vault.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A declaration on its way to its line. It has no line before it is matched, so it neither occupies
 * one nor reaches the bar.
 *
 * @param reference what the declarant quotes; the cancellation will have the same
 * @param packId under which rules it was declared
 * @param packVersion their version
 * @param receivedAt the time of receipt, which stands
 * @param content a {@link Declared}, sealed under the case's key
 * @param contact where the confirmation goes
 * @param line the line that it was matched with; null before
 * @param atOnce whether a person found the important reason good
 */
record Declaration(
    CaseReference reference,
    String packId,
    int packVersion,
    Instant receivedAt,
    Sealed content,
    Notice.Route contact,
    @Nullable LineId line,
    boolean atOnce) {

  Declaration matched(LineId found, boolean endsAtOnce) {
    return new Declaration(
        reference, packId, packVersion, receivedAt, content, contact, found, endsAtOnce);
  }

  Pack pack(Packs packs) {
    return packs.of(packId, packVersion);
  }
}
