package io.onhook.cancellation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
 * @param onBehalf who asked in the holder's place; null if the holder did
 */
public record Application(
    String name,
    String documentKind,
    String maskedDocument,
    boolean matches,
    String channel,
    String maskedContact,
    String maskedAccount,
    @Nullable By onBehalf) {

  /**
   * Who asked in the holder's place, to be compared with the papers.
   *
   * @param acting key of the role
   * @param name as typed
   * @param documentKind of their own document
   * @param maskedDocument first and last characters of its number
   * @param relation key of the pack's; empty where it names none
   * @param mandateUntil when the mandate runs out; null where none is needed
   */
  public record By(
      String acting,
      String name,
      String documentKind,
      String maskedDocument,
      String relation,
      @Nullable Instant mandateUntil) {
    /** Never the name. */
    @Override
    public String toString() {
      return "By";
    }
  }

  /** Never the name. */
  @Override
  public String toString() {
    return "Application";
  }
}
