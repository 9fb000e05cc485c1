package io.onhook.cancellation;

import io.onhook.policy.Paper;
import java.util.Locale;

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

  /**
   * A code is needed just before the submit, for exactly this content.
   *
   * @param why what was not enough
   */
  record NotConfirmed(Why why) implements CancellationRefusal {
    /** Why what was proved before is not enough. */
    public enum Why {
      /** Nothing was proved, or it is too long ago. */
      NOT_FRESH,
      /** The sign-in's code did not go to the line. */
      NOT_THE_LINE,
      /** Money goes to an account that billing does not know. */
      NEW_ACCOUNT,
      /** Amount, account, day or contact are not those any more that were confirmed. */
      OTHER_CONTENT,
      /** That code has confirmed a request already. */
      USED
    }

    @Override
    public String code() {
      return "confirmation." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
