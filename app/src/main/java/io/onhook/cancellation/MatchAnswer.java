package io.onhook.cancellation;

/** What became of a person's matching of a declaration with a line. */
public enum MatchAnswer {
  /** The line's end is under way, with the time of receipt of the declaration. */
  MATCHED,
  /** The operator knows no such line. */
  NO_SUCH_LINE,
  /** It was matched meanwhile, or there is none of this reference. */
  NOTHING_TO_MATCH,
  /** The operator's systems can't be asked just now. */
  UNAVAILABLE
}
