package io.onhook.worklist;

/** What became of the wish to hand work to somebody who is no staff. */
public sealed interface AskAnswer {

  /** It waits for them now. */
  record Asked() implements AskAnswer {}

  /** It waits for them already. */
  record Waits() implements AskAnswer {}

  /** A colleague has claimed it. */
  record ClaimedBy(String staff) implements AskAnswer {}

  /** The work is done, or was never raised. */
  record NotOpen() implements AskAnswer {}
}
