package io.onhook.access;

import io.onhook.line.LineId;
import io.onhook.shared.Actor;
import java.io.Serializable;
import java.security.Principal;

/**
 * A holder who is signed in. Bound to the party that held the line at that moment: if the number
 * goes to somebody else, the session does not follow it.
 *
 * @param partyId the holder, as the operator's systems call them; opaque
 * @param line the line they signed in with, as the operator's inventory calls it
 */
public record HolderPrincipal(String partyId, String line) implements Principal, Serializable {
  private static final long serialVersionUID = 1;

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
