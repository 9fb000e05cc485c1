package io.onhook.stand;

/** A failure whose message is all that the person needs; no stack trace helps. */
public final class Said extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what the person should know and can do. */
  public Said(String message) {
    super(message);
  }

  /** The same, with what lies behind it for a debugger. */
  public Said(String message, Throwable cause) {
    super(message, cause);
  }
}
