package io.onhook.portal.track;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One station of a track, as people see it.
 *
 * @param key names it among the messages
 * @param state how far it is
 * @param at when it was reached; null if not yet or not known
 * @param until when it is over at the latest; null if not known
 */
record Stage(String key, State state, @Nullable Instant at, @Nullable Instant until) {
  /** How far a station is; the name in small letters is its style. */
  enum State {
    DONE,
    NOW,
    TURN,
    STOPPED,
    AHEAD
  }

  static Stage done(String key, @Nullable Instant at) {
    return new Stage(key, State.DONE, at, null);
  }

  static Stage now(String key, @Nullable Instant until) {
    return new Stage(key, State.NOW, null, until);
  }

  static Stage ahead(String key) {
    return new Stage(key, State.AHEAD, null, null);
  }

  public boolean isDone() {
    return state == State.DONE;
  }

  /** Its style class. */
  public String style() {
    return "is-" + state.name().toLowerCase(java.util.Locale.ROOT);
  }
}
