package io.onhook.access;

import io.onhook.line.LineId;
import io.onhook.shared.Actor;
import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;

/**
 * A holder who is signed in. Bound to the party that held the line at that moment: if the number
 * goes to somebody else, the session does not follow it.
 *
 * @param partyId the holder, as the operator's systems call them; opaque
 * @param line the line they signed in with, as the operator's inventory calls it
 * @param way what they proved
 * @param proof names the code that let them in, which lets nobody in again
 * @param since when
 */
public record HolderPrincipal(
    String partyId, String line, SignInWay way, String proof, Instant since)
    implements Principal, Serializable {
  private static final long serialVersionUID = 1;

  /** A session of an earlier version knows the first two: it proves the least. */
  public HolderPrincipal {
    way = way == null ? SignInWay.CONTACT : way;
    proof = proof == null ? "" : proof;
    since = since == null ? Instant.EPOCH : since;
  }

  /** Who acts, for doors and journals. */
  public Actor actor() {
    return Actor.holder(partyId);
  }

  public LineId lineId() {
    return new LineId(line);
  }

  @Override
  public String getName() {
    return actor().toString();
  }
}
