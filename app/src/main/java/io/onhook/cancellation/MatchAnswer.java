package io.onhook.cancellation;

import io.onhook.shared.Actor;
import java.time.Instant;

/** What became of a person's matching of a declaration with a line. */
public sealed interface MatchAnswer {

  /** The line's end is under way, with the time of receipt of the declaration. */
  record Matched() implements MatchAnswer {}

  /**
   * It had been matched before, and this changed nothing.
   *
   * @param by who matched it; the system where name, number and address were the account's
   * @param at when
   * @param same whether with the same line and the same end
   * @param number of the line that it was matched with, masked; empty if it can't be told now
   */
  record MatchedBefore(Actor by, Instant at, boolean same, String number) implements MatchAnswer {}

  /** The operator knows no such line. */
  record NoSuchLine() implements MatchAnswer {}

  /** There is none of this reference, or it does not wait for a person. */
  record NothingToMatch() implements MatchAnswer {}

  /** The operator's systems can't be asked just now. */
  record Unavailable() implements MatchAnswer {}
}
