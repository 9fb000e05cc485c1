package io.onhook.access;

import java.time.Instant;

/** What became of a staff member's sign-in. */
public sealed interface StaffAnswer {
  /** Name and password fit. */
  record SignedIn(StaffPrincipal staff) implements StaffAnswer {}

  /** They do not, or the account is disabled; the two look the same. */
  record Refused() implements StaffAnswer {}

  /** Too many wrong passwords, for this account or from this address. */
  record TooMany(Instant retryAt) implements StaffAnswer {}
}
