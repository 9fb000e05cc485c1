package io.onhook.cancellation;

/** What became of a reviewer's decision. */
public sealed interface DecideAnswer {

  /** It stands, and the case goes on with it. */
  record Decided() implements DecideAnswer {}

  /** It is kept; a second person must say the same before the case goes on. */
  record NeedsSecondPerson() implements DecideAnswer {}

  /** The same person has said so already; a second pair of eyes is needed. */
  record SamePerson() implements DecideAnswer {}

  /** Nobody decides a case that they made or hold themselves. */
  record OwnCase() implements DecideAnswer {}

  /** A colleague has claimed this work. */
  record ClaimedBy(String staff) implements DecideAnswer {}

  /** Nothing is to be decided now: decided before, taken back, or ended. */
  record NothingToDecide() implements DecideAnswer {}

  /** Reasons are missing, or the free text that {@link ReviewDecision.Reason#OTHER} needs. */
  record ReasonMissing() implements DecideAnswer {}

  /** The holder is asked, and has the word. */
  record Asked() implements DecideAnswer {}

  /** The holder has been asked already, and has the word. */
  record AskedBefore() implements DecideAnswer {}

  /** What is needed is missing, or the words that {@link Need#ANSWER} needs. */
  record NeedMissing() implements DecideAnswer {}

  /** A holder is asked for more in a review, and nowhere else. */
  record NothingToAsk() implements DecideAnswer {}

  /** There is no such case. */
  record NoSuchCase() implements DecideAnswer {}
}
