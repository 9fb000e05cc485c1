package io.onhook.engine;

/** What became of a signal; known once it is durable. */
public sealed interface SignalAnswer {
  /** Stored; the case goes on with it. */
  record Accepted() implements SignalAnswer {}

  /** The same signal came before; nothing changed. */
  record Repeated() implements SignalAnswer {}

  /** A retraction came after the point of no return; the case goes forward. */
  record TooLate(String step) implements SignalAnswer {}

  /** The case has ended already. */
  record Ended(Ending ending) implements SignalAnswer {}

  /** There is no such case. */
  record NoSuchCase() implements SignalAnswer {}

  /** The case is not where this signal means anything, for example not parked. */
  record NotExpected(String step) implements SignalAnswer {}
}
