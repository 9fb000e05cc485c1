package io.onhook.worklist;

/** What became of the wish to take work. */
public sealed interface ClaimAnswer {

  /** It is theirs, until the claim lapses or is renewed. */
  record Claimed() implements ClaimAnswer {}

  /** A colleague was first. */
  record TakenBy(String staff) implements ClaimAnswer {}

  /** The work is done. */
  record NotOpen() implements ClaimAnswer {}
}
