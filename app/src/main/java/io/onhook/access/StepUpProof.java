package io.onhook.access;

import java.io.Serializable;
import java.time.Instant;

/** What became of typing the code just before something that can't be undone. */
public sealed interface StepUpProof {
  /**
   * It fits; it can't be used again.
   *
   * @param proof names it
   * @param by what is proved
   * @param at when
   */
  record Confirmed(String proof, SignInWay by, Instant at) implements StepUpProof, Serializable {
    private static final long serialVersionUID = 1;
  }

  /** Not seven digits. No try is lost. */
  record NotACode() implements StepUpProof {}

  /**
   * It does not fit.
   *
   * @param triesLeft at least one
   */
  record Wrong(int triesLeft) implements StepUpProof {}

  /** Tried too often: this code is dead, ask for another. */
  record TriedTooOften() implements StepUpProof {}

  /** Too old, used already, or of another content: ask for another. */
  record Stale() implements StepUpProof {}
}
