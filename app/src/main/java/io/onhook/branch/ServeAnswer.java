package io.onhook.branch;

/** What became of a clerk's wish about a ticket. */
public sealed interface ServeAnswer {

  /** So it is now. */
  record Now(Ticket ticket) implements ServeAnswer {}

  /** It stands otherwise than that: its holder cancelled it, or a colleague has it. */
  record Otherwise(Ticket ticket) implements ServeAnswer {}

  /** There is none of that number at this clerk's office today. */
  record NoSuchTicket() implements ServeAnswer {}

  /** It has to be called so often before its holder counts as not there. */
  record CallAgain(int more) implements ServeAnswer {}

  /** This person sits at no window. */
  record NoWindow() implements ServeAnswer {}
}
