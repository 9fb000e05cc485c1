package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.shared.Actor;

/** Who sees and touches what: holders their own only. Pure. */
final class Authority {
  private Authority() {}

  static boolean mayAct(Actor actor, Line line) {
    return mayAct(actor, line.holder().partyId());
  }

  /** Whether this member of staff sent the request, or is the holder. */
  static boolean isOwn(Actor staff, Actor submittedBy, String partyId) {
    return submittedBy.equals(staff) || partyId.equals(staff.id());
  }

  static boolean mayAct(Actor actor, String partyId) {
    return actor.kind() != Actor.Kind.HOLDER || actor.id().equals(partyId);
  }
}
