package io.onhook.dispute;

/** What came of deciding a dispute. */
public sealed interface DecisionAnswer {
  /** It stands; the holder is told. */
  record Decided() implements DecisionAnswer {}

  /** It is kept; the pack wants a second person to say the same. */
  record NeedsSecondPerson() implements DecisionAnswer {}

  /** This person has said so already. */
  record SamePerson() implements DecisionAnswer {}

  /** Nobody decides about an own charge. */
  record OwnCase() implements DecisionAnswer {}

  /** A colleague has claimed it. */
  record ClaimedBy(String staff) implements DecisionAnswer {}

  /** The holder is owed a word on why. */
  record WordsMissing() implements DecisionAnswer {}

  /** It is decided, or not ready to be, or unknown. */
  record NothingToDecide() implements DecisionAnswer {}
}
