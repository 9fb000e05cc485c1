package io.onhook.access;

import io.onhook.shared.Actor;
import java.security.Principal;
import java.util.Set;

/**
 * A program that showed a valid key.
 *
 * @param client short and opaque, as the journal keeps it
 * @param name as people know it
 * @param scopes what the key allows
 */
public record ApiClient(String client, String name, Set<Scope> scopes) implements Principal {
  public ApiClient {
    scopes = Set.copyOf(scopes);
  }

  /** Who acts, for doors and journals. */
  public Actor actor() {
    return Actor.api(client);
  }

  @Override
  public String getName() {
    return actor().toString();
  }
}
