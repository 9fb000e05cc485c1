package io.onhook.command;

/** A failure whose message is all that the person needs; no stack trace helps. */
final class Said extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Said(String message) {
    super(message);
  }

  Said(String message, Throwable cause) {
    super(message, cause);
  }
}
