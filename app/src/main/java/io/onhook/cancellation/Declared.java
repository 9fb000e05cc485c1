package io.onhook.cancellation;

import io.onhook.shared.Language;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody declared without signing in: the closed list of BGB § 312k (2). Values are as
 * typed.
 *
 * @param kind ordinary, or extraordinary
 * @param reason of an extraordinary one; empty otherwise
 * @param name who declares it
 * @param contract which contract: its number, the customer's, or the line's
 * @param endsOn the last day asked for; null for the earliest possible
 * @param email where the confirmation goes
 * @param language the declarant's
 * @param kindInWords the kind as the page said it, for the confirmation
 * @param endInWords the end as the page said it
 */
public record Declared(
    Kind kind,
    String reason,
    String name,
    String contract,
    @Nullable LocalDate endsOn,
    String email,
    Language language,
    String kindInWords,
    String endInWords) {
  /** How the law tells them apart. */
  public enum Kind {
    ORDINARY,
    /** For an important reason, at once. */
    EXTRAORDINARY,
    /** The EU's right to withdraw from a contract made at a distance. */
    WITHDRAWAL
  }

  /** All of it is personal. */
  @Override
  public String toString() {
    return "Declared[" + kind + "]";
  }
}
