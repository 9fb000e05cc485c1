package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.notice.Notice;
import io.onhook.shared.CaseReference;
import java.time.Instant;
import java.util.Optional;

/**
 * An objection, as holders and staff see it.
 *
 * @param reference the case that it is about
 * @param contact which of the contacts that were told, from 1 on
 * @param channel how that contact was told
 * @param at when
 * @param effect what it did at once
 * @param founded what people found; empty before, and where nothing is left to find
 * @param caseId the objection's own case, for work lists
 */
public record Objected(
    CaseReference reference,
    int contact,
    Notice.Channel channel,
    Instant at,
    Effect effect,
    Optional<Boolean> founded,
    CaseId caseId) {

  /** What an objection does at once. */
  public enum Effect {
    /** Nothing takes effect until two people have looked. */
    STOPPED,
    /** The request is taken back: the pack says so, or the line was barred already. */
    TAKEN_BACK,
    /** The line has ended: people find out what can be done. */
    TOO_LATE
  }

  /** Whether people have still to look. */
  public boolean open() {
    return effect != Effect.TAKEN_BACK && founded.isEmpty();
  }
}
