package io.onhook.access;

import java.util.Arrays;

/** What an API key allows. In Spring Security each has the prefix {@code SCOPE_}. */
public enum Scope {
  /** Ask what stands between a line and its end. */
  ELIGIBILITY_CHECK("eligibility:check"),
  /** Ask for the end of a line. */
  CANCELLATION_SUBMIT("cancellation:submit"),
  /** Follow the cases that this client submitted. */
  CANCELLATION_READ("cancellation:read"),
  /** Decide cases, and so read all of them. */
  CANCELLATION_DECIDE("cancellation:decide"),
  /** Take back cases that this client submitted. */
  CANCELLATION_RETRACT("cancellation:retract"),
  /** Redeem switching codes, as the porting hub does: each ends a line. */
  SWITCHING_REDEEM("switching:redeem"),
  /** Serve callers as an automated voice line does: codes to contacts, and status by them. */
  VOICE_STATUS("voice:status");

  private final String text;

  Scope(String text) {
    this.text = text;
  }

  /** As written in keys and documents: {@code cancellation:submit}. */
  public String text() {
    return text;
  }

  static Scope of(String text) {
    return Arrays.stream(values())
        .filter(scope -> scope.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No scope " + text));
  }
}
