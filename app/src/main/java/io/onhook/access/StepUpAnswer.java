package io.onhook.access;

import java.time.Instant;

/** What became of asking for a code just before something that can't be undone. */
public sealed interface StepUpAnswer {
  /**
   * It is on its way.
   *
   * @param attempt names it when it is typed; random, keep it in the session
   * @param to what it proves: {@link SignInWay#LINE} or {@link SignInWay#OTHER_CONTACT}
   */
  record Sent(String attempt, SignInWay to) implements StepUpAnswer {}

  /** The line takes no code: sign in by another contact of the account. */
  record NoWay() implements StepUpAnswer {}

  /**
   * Too many codes went there.
   *
   * @param retryAt when it is worth trying again
   */
  record TooMany(Instant retryAt) implements StepUpAnswer {}

  /** The operator's systems can't be asked, or the code did not go. */
  record Unavailable() implements StepUpAnswer {}
}
