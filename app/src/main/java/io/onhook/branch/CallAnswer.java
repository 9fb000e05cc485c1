package io.onhook.branch;

/** What became of a clerk's wish for the next visitor. */
public sealed interface CallAnswer {

  /** It is on the board now. */
  record Called(Ticket ticket) implements CallAnswer {}

  /** Nobody waits whom this window serves. */
  record NobodyWaits() implements CallAnswer {}

  /** The one before is not finished. */
  record NotFinished(Ticket ticket) implements CallAnswer {}

  /** This person sits at no window, or has a break. */
  record NoWindow() implements CallAnswer {}
}
