package io.onhook.access;

import io.onhook.shared.Actor;
import java.io.Serializable;
import java.security.Principal;
import java.util.Set;

/**
 * A member of staff who is signed in.
 *
 * @param username short and opaque, as the journal keeps it
 * @param displayName as colleagues know them
 * @param roles what they may do
 */
public record StaffPrincipal(String username, String displayName, Set<Role> roles)
    implements Principal, Serializable {
  private static final long serialVersionUID = 1;

  public StaffPrincipal {
    roles = Set.copyOf(roles);
  }

  /** Who acts, for doors and journals. */
  public Actor actor() {
    return Actor.staff(username);
  }

  @Override
  public String getName() {
    return actor().toString();
  }
}
