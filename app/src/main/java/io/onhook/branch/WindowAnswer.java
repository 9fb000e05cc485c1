package io.onhook.branch;

/** What became of a clerk's wish for a window. */
public sealed interface WindowAnswer {

  /** It is theirs. */
  record Opened(Window window) implements WindowAnswer {}

  /** A colleague sits there. */
  record TakenBy(String staff) implements WindowAnswer {}

  /** This person sits at another window, which must be closed first. */
  record SitsAt(String office, int number) implements WindowAnswer {}

  /** The office has no such window, or there is no such office. */
  record NoSuchWindow() implements WindowAnswer {}
}
