package io.onhook.branch;

/** What became of moving somebody to another window. */
public sealed interface MoveAnswer {
  /** They sit there now, and serve the same. */
  record Moved(Window window) implements MoveAnswer {}

  /** Nobody sits at the window that they were to leave. */
  record NobodyThere() implements MoveAnswer {}

  /** The office has no such window. */
  record NoSuchWindow() implements MoveAnswer {}

  /** Somebody sits there already. */
  record Taken(String staff) implements MoveAnswer {}

  /** Somebody is called to them or served, and would not find them. */
  record Busy(Ticket ticket) implements MoveAnswer {}
}
