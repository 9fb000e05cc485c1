package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A refund as our record has it.
 *
 * @param reference the cancellation that it belongs to
 * @param caseId the engine's id of the refund, for work lists; never shown
 * @param amount what goes back
 * @param dueAt until when it must have arrived
 * @param standing where it stands
 * @param why a stable code where it waits for a person; empty elsewhere
 */
public record RefundView(
    CaseReference reference,
    CaseId caseId,
    Money amount,
    Instant dueAt,
    Standing standing,
    Optional<String> why) {

  /** Where a refund stands by our record. */
  public enum Standing {
    /** A person must look: it came back, is late, or is not as ordered. */
    STUCK("stuck"),
    /** Its day has passed, and nobody was told yet. */
    LATE("late"),
    /** Ordered, or about to be. */
    UNDER_WAY("under-way"),
    /** The bank has confirmed it. */
    ARRIVED("arrived"),
    /** Given up by a person. */
    ENDED("ended");

    private final String key;

    Standing(String key) {
      this.key = key;
    }

    /** As in message keys. */
    public String key() {
      return key;
    }
  }
}
