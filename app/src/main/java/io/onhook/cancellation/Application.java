package io.onhook.cancellation;

/**
 * Who asked for the end of a line, as reviewers see it: enough to compare, no more.
 *
 * @param name as typed
 * @param documentKind {@code resident-id}, {@code passport}, {@code company-registration}
 * @param maskedDocument first and last characters of the number
 * @param matches whether name and document are the registered holder's now
 * @param channel how they are reached: {@code email}, {@code sms}, {@code letter}
 * @param maskedContact fit for screens
 * @param maskedAccount of the card for a refund; empty for the way that the line was paid
 */
public record Application(
    String name,
    String documentKind,
    String maskedDocument,
    boolean matches,
    String channel,
    String maskedContact,
    String maskedAccount) {

  /** Never the name. */
  @Override
  public String toString() {
    return "Application";
  }
}
