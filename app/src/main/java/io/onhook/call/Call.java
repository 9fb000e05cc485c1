package io.onhook.call;

import io.onhook.access.SignInWay;
import io.onhook.line.LineId;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * One call.
 *
 * @param id random; in addresses
 * @param agent who serves the caller
 * @param language the caller's
 * @param named what the caller named
 * @param beganAt when
 * @param codeSent whether a code was asked for that can still be typed
 * @param caller who they are, once they are checked
 * @param endedAt when it was over; empty while it lasts
 */
public record Call(
    String id,
    Actor agent,
    Language language,
    Named named,
    Instant beganAt,
    boolean codeSent,
    Optional<Caller> caller,
    Optional<Instant> endedAt) {
  /**
   * A caller who is checked.
   *
   * @param partyId the holder, by the operator's id
   * @param line the line that it is about
   * @param way what they proved: by the contact of a case alone nothing of the line is told or done
   * @param at when
   */
  public record Caller(String partyId, LineId line, SignInWay way, Instant at) {
    /** Whether they have another contact of the account, and not only one that a case named. */
    public boolean ofAccount() {
      return way == SignInWay.OTHER_CONTACT;
    }
  }

  /** Never what was named. */
  @Override
  public String toString() {
    return "Call[" + id + "]";
  }
}
