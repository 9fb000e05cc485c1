package io.onhook.number;

/**
 * Who owns a number: active → quarantine → free (or back to its range holder), or ported out from
 * the first two, and nothing else. A number that is free or gone becomes active again only by being
 * given to a new line, outside.
 */
public enum NumberState {
  /** A line has it. */
  ACTIVE("active"),
  /** Nobody has it; it rests, so that nobody's codes and calls reach a stranger. */
  QUARANTINE("quarantine"),
  /** It may be given to somebody else. */
  FREE("free"),
  /** It came from another operator's range and went back there. */
  RETURNED("returned"),
  /** Its holder took it to another operator. */
  PORTED_OUT("ported-out");

  private final String key;

  NumberState(String key) {
    this.key = key;
  }

  /** As stored. */
  public String key() {
    return key;
  }

  static NumberState ofKey(String key) {
    for (NumberState state : values()) {
      if (state.key.equals(key)) {
        return state;
      }
    }
    throw new IllegalArgumentException("No state of a number is called " + key);
  }
}
