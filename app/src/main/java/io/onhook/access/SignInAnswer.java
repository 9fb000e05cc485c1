package io.onhook.access;

import java.time.Instant;

/** What became of typing a one-time code. */
public sealed interface SignInAnswer {
  /** The code fits; it can't be used again. */
  record SignedIn(HolderPrincipal holder) implements SignInAnswer {}

  /** Not seven digits. No try is lost. */
  record NotACode() implements SignInAnswer {}

  /**
   * It does not fit.
   *
   * @param triesLeft at least one
   */
  record Wrong(int triesLeft) implements SignInAnswer {}

  /** Tried too often: this code is dead, ask for another. */
  record TriedTooOften() implements SignInAnswer {}

  /** Too old, used already, or of no known attempt: ask for another. */
  record Stale() implements SignInAnswer {}

  /** Too many wrong codes came from this address. */
  record TooMany(Instant retryAt) implements SignInAnswer {}
}
