package io.onhook.access;

import java.time.Instant;

/** What became of proving that an address reaches its owner. */
public sealed interface ProofAnswer {
  /** The code fits; it can't be used again. */
  record Proven(Instant at) implements ProofAnswer {}

  /** Not seven digits. No try is lost. */
  record NotACode() implements ProofAnswer {}

  /**
   * It does not fit.
   *
   * @param triesLeft at least one
   */
  record Wrong(int triesLeft) implements ProofAnswer {}

  /** Tried too often: this code is dead, ask for another. */
  record TriedTooOften() implements ProofAnswer {}

  /** Too old, used already, of no known attempt or of another address: ask for another. */
  record Stale() implements ProofAnswer {}
}
