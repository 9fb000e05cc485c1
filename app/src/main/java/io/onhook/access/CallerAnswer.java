package io.onhook.access;

import io.onhook.line.LineId;

/** What became of the digits that a caller read out or typed. */
public sealed interface CallerAnswer {
  /**
   * They fit, and can't be used again.
   *
   * @param partyId the holder whose contact the caller has
   * @param line the line that it is about
   * @param way what is proved by it
   */
  record Right(String partyId, LineId line, SignInWay way) implements CallerAnswer {}

  /** Not seven digits. No try is lost. */
  record NotACode() implements CallerAnswer {}

  /** They do not fit. */
  record Wrong() implements CallerAnswer {}

  /** Too old, or of no known attempt: ask for another. */
  record Stale() implements CallerAnswer {}
}
