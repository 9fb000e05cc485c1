package io.onhook.visit;

/** What became of taking up a line or a case at a window. */
public sealed interface TakeUpAnswer {

  /** The visit is about it now. */
  record Now(Visit visit) implements TakeUpAnswer {}

  /** There is no such line, or no such case. */
  record NoneSuch() implements TakeUpAnswer {}

  /** It is the clerk's own line: a colleague must serve. */
  record OwnLine() implements TakeUpAnswer {}

  /** This clerk submitted it, and the pack demands two people: a colleague must serve. */
  record OwnRequest() implements TakeUpAnswer {}

  /** This clerk knows the visitor, as they said: a colleague must serve. */
  record Known() implements TakeUpAnswer {}

  /** Something was done for another line already: that needs a round of its own. */
  record InTheMiddle() implements TakeUpAnswer {}

  /** The operator's systems can't be asked just now. */
  record Unavailable() implements TakeUpAnswer {}
}
