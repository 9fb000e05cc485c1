package io.onhook.branch;

/** What became of what a ticket's holder wants. */
public sealed interface HolderAnswer {

  /** So it is now. */
  record Now(Ticket ticket) implements HolderAnswer {}

  /** That does not go any more: it was called, or has come to its end. */
  record TooLate(Ticket ticket) implements HolderAnswer {}

  /** It let the next go first as often as one may. */
  record OftenEnough(int most) implements HolderAnswer {}

  /** Nobody waits behind it. */
  record LastInLine() implements HolderAnswer {}

  /** There is none of that token. */
  record NoSuchTicket() implements HolderAnswer {}
}
