package io.onhook.worklist;

/** What became of a verdict. */
public sealed interface VerdictAnswer {

  /** Enough people have said the same: it stands. */
  record Stands() implements VerdictAnswer {}

  /** It is kept, and somebody else must say the same. */
  record NeedsSecondPerson() implements VerdictAnswer {}

  /** This person has approved already. */
  record SamePerson() implements VerdictAnswer {}

  /** A colleague has claimed it. */
  record ClaimedBy(String staff) implements VerdictAnswer {}

  /** The work is done, or was never raised. */
  record NotOpen() implements VerdictAnswer {}
}
