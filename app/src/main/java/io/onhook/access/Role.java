package io.onhook.access;

/** What a member of staff may do. In Spring Security each has the prefix {@code ROLE_}. */
public enum Role {
  /** Decides requests. */
  REVIEWER,
  /** Looks after parked cases and partners. */
  OPERATIONS,
  /** Serves visitors at a branch. */
  CLERK,
  /** Answers the phone. */
  HOTLINE,
  /** Looks after refunds and what does not match. */
  FINANCE,
  /** Reads everything, changes nothing. */
  AUDITOR,
  /** Makes accounts and keys. */
  ADMIN
}
