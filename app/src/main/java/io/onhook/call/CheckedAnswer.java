package io.onhook.call;

import java.time.Instant;

/** What became of the digits that a caller read out. */
public sealed interface CheckedAnswer {
  /** The caller has another contact: all of this line and holder can be told. */
  record Checked() implements CheckedAnswer {}

  /** Not seven digits. No try is lost. */
  record NotACode() implements CheckedAnswer {}

  /**
   * They do not fit.
   *
   * @param triesLeft at least one, over all calls about the same
   */
  record Wrong(int triesLeft) implements CheckedAnswer {}

  /** The code is too old, or none was sent: send another. */
  record Stale() implements CheckedAnswer {}

  /** Wrong too often: nobody is checked for this until then. */
  record Closed(Instant until) implements CheckedAnswer {}

  /** It is the agent's own line: a colleague must take the call. */
  record OwnLine() implements CheckedAnswer {}
}
