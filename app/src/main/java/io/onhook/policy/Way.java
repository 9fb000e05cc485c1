package io.onhook.policy;

/** A way to ask for the end of a line. */
public enum Way {
  WEB,
  BRANCH,
  PHONE,
  TEXT;

  /**
   * @param open whether a request can be made this way
   * @param text how it goes, or why it is not open
   */
  public record Rule(boolean open, Text text) {}
}
