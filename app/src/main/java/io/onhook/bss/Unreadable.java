package io.onhook.bss;

/**
 * The partner answered, but not what its API promises: a value is missing, or contradicts another.
 * Thrown while an answer is being read, and caught once, in {@link BssClient}, which makes it a
 * fault of the kind {@code protocol}.
 */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param message what is wrong, in English, without personal data
   */
  public Unreadable(String message) {
    super(message);
  }
}
