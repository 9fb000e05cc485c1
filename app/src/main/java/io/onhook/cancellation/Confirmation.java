package io.onhook.cancellation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a holder proved before they asked for the end of a line online, by a code that came back.
 *
 * @param id names that code: it confirms one request, and never another
 * @param kind when it was asked for
 * @param via where the code went
 * @param at when it came back
 * @param content what exactly was confirmed, as {@link Cancellations#content} says; null for a
 *     sign-in, which came before
 */
public record Confirmation(String id, Kind kind, Via via, Instant at, @Nullable String content) {

  /** When the code was asked for. */
  public enum Kind {
    /** To sign in. */
    SIGN_IN,
    /** Just before the submit, for what is submitted. */
    STEP_UP
  }

  /** Where a code went. */
  public enum Via {
    /** To the line itself. */
    LINE,
    /** To the contact of an earlier case: never enough to ask for an end. */
    CONTACT,
    /** To another contact of the account, for who named the account's document. */
    OTHER_CONTACT
  }

  /** Never which code. */
  @Override
  public String toString() {
    return "Confirmation[" + kind + " via " + via + "]";
  }
}
