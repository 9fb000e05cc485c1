package io.onhook.access;

import java.util.Locale;

/** What a member of staff may do. In Spring Security each has the prefix {@code ROLE_}. */
public enum Role {
  /** Decides requests. */
  REVIEWER,
  /** Looks after parked cases and partners. */
  OPERATIONS,
  /** Serves visitors at a branch. */
  CLERK,
  /** Sees to a branch's windows, queue and days; serves visitors too. */
  BRANCH_MANAGER,
  /** Answers the phone. */
  HOTLINE,
  /** Looks after refunds and what does not match. */
  FINANCE,
  /** Reads everything, changes nothing. */
  AUDITOR,
  /** Makes accounts and keys. */
  ADMIN;

  /** In small letters with dashes, as in message keys and the sandbox's usernames. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
