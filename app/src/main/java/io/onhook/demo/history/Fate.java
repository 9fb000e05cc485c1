package io.onhook.demo.history;

/** What becomes of a request. */
enum Fate {
  APPROVED,
  /** The reviewers take longer than they promised. */
  APPROVED_LATE,
  /** Something is missing; the holder sends it, and is approved then. */
  ASKED_FOR_MORE,
  NOT_APPROVED,
  /** The holder has second thoughts. */
  RETRACTED,
  /** The bank has closed the account that the money was to go to. */
  BOUNCED;

  /** So many of a hundred requests, in the order above; what is missing to a hundred bounces. */
  static Fate of(int roll) {
    if (roll < 66) {
      return APPROVED;
    }
    if (roll < 74) {
      return APPROVED_LATE;
    }
    if (roll < 81) {
      return ASKED_FOR_MORE;
    }
    if (roll < 89) {
      return NOT_APPROVED;
    }
    return roll < 95 ? RETRACTED : BOUNCED;
  }
}
