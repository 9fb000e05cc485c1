package io.onhook.call;

import io.onhook.shared.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that was promised.
 *
 * @param id opaque
 * @param number to call, masked; the whole one is for the agent who claimed it
 * @param language the caller's
 * @param topic what it is about, in the caller's words; empty once it is over
 * @param promisedAt the time that was promised
 * @param dueAt when it is tried next
 * @param claimedBy who is calling; empty for nobody
 * @param tries how often nobody answered
 * @param standing how far it is
 */
public record CallBack(
    String id,
    String number,
    Language language,
    String topic,
    Instant promisedAt,
    Instant dueAt,
    Optional<String> claimedBy,
    int tries,
    Standing standing) {

  /** How far it is. */
  public enum Standing {
    /** Its time is still to come. */
    AHEAD,
    /** Its time is there. */
    DUE,
    /** Its time has passed, and nobody has tried. */
    MISSED,
    OVER;

    /** As in message keys. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Neither number nor topic. */
  @Override
  public String toString() {
    return "CallBack[" + id + "]";
  }
}
