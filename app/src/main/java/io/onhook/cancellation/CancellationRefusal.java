package io.onhook.cancellation;

import io.onhook.policy.Paper;

/** Why a request to end a line is not taken. Codes are stable. */
public sealed interface CancellationRefusal {

  /** Stable, in kebab-case with dots; screens and APIs translate it. */
  String code();

  /**
   * There is no such line, or it is not this applicant's; the two look the same on purpose, so that
   * nothing leaks.
   */
  record NoSuchLine() implements CancellationRefusal {
    @Override
    public String code() {
      return "line.not-found";
    }
  }

  /**
   * A typed value is wrong.
   *
   * @param field its name in {@link CancelLine}, {@code contact.address} for nested ones
   * @param code {@code resident-id.check-digit}, {@code contact.is-the-line} …
   * @param remedy what to do instead, in English
   */
  record WrongField(String field, String code, String remedy) implements CancellationRefusal {}

  /**
   * The pack wants a copy of this paper with a request that is made online, and it is not there.
   *
   * @param sides how many sides are missing
   */
  record CopyMissing(Paper paper, int sides) implements CancellationRefusal {
    @Override
    public String code() {
      return "copy.missing";
    }
  }

  /** A gate of the pack blocks; what it found says why, how much, and what to do about it. */
  record Blocked(GateFinding finding) implements CancellationRefusal {
    @Override
    public String code() {
      return "gate." + finding.gate().key();
    }
  }

  /** This key came before with another content. */
  record KeyReused() implements CancellationRefusal {
    @Override
    public String code() {
      return "idempotency-key.reused";
    }
  }
}
