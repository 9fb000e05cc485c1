package io.onhook.visit;

/** What became of a SIM's number. */
public sealed interface SimAnswer {

  /** It is this line's; it stays here. */
  record Taken(Sim sim) implements SimAnswer {}

  /** A digit was mistyped, or read wrongly. */
  record WrongDigit() implements SimAnswer {}

  /** The number is a good one, of another SIM than this line's. */
  record OtherSim() implements SimAnswer {}

  /** It can't be a SIM's number at all. */
  record NoNumber() implements SimAnswer {}

  /** It was taken before. */
  record TakenBefore(Sim sim) implements SimAnswer {}

  /** The visit is about no line yet, or the operator's systems can't be asked. */
  record NoLine() implements SimAnswer {}
}
