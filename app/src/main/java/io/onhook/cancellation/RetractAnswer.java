package io.onhook.cancellation;

/** What became of taking a cancellation back. */
public sealed interface RetractAnswer {

  /** It is taken back: what was done is being undone, nothing else happens any more. */
  record Retracted() implements RetractAnswer {}

  /** It was taken back before. */
  record AlreadyRetracted() implements RetractAnswer {}

  /** The line is being ended for good; this can't be stopped any more. */
  record TooLate() implements RetractAnswer {}

  /** The case has ended: the line is ended, or the request was not approved. */
  record AlreadyEnded() implements RetractAnswer {}

  /** There is no such case, or it is not this person's. */
  record NoSuchCase() implements RetractAnswer {}
}
