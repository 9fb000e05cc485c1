package io.onhook.branch;

/** Where a ticket stands. */
public enum TicketState {
  /** Its turn has not come. */
  WAITING("waiting"),
  /** Its number is on the board; its holder is on the way to the window. */
  CALLED("called"),
  /** Its holder is at the window. */
  SERVING("serving"),
  /** Put aside for a while, for example until a form is filled in; it keeps its place. */
  HELD("held"),
  /** Done. */
  SERVED("served"),
  /** It was called, and nobody came. */
  NO_SHOW("no-show"),
  /** Its holder does not come any more. */
  CANCELLED("cancelled"),
  /** The office closed before its turn came; its holder is first on another day. */
  SENT_HOME("sent-home");

  private final String key;

  TicketState(String key) {
    this.key = key;
  }

  /** As stored, and in message keys. */
  public String key() {
    return key;
  }

  /** Whether its holder may still be served today. */
  public boolean open() {
    return switch (this) {
      case WAITING, CALLED, SERVING, HELD -> true;
      case SERVED, NO_SHOW, CANCELLED, SENT_HOME -> false;
    };
  }

  static TicketState ofKey(String key) {
    for (TicketState state : values()) {
      if (state.key.equals(key)) {
        return state;
      }
    }
    throw new IllegalArgumentException("No state of a ticket is called " + key);
  }
}
