package io.onhook.cancellation;

import java.util.List;

/** What a reviewer says of a request. */
public sealed interface ReviewDecision {

  /**
   * Approved.
   *
   * @param note for colleagues and auditors; may be empty
   */
  record Approve(String note) implements ReviewDecision {}

  /**
   * Not approved.
   *
   * @param reasons at least one
   * @param text to the holder, in the holder's language; needed with {@link Reason#OTHER}
   */
  record NotApprove(List<Reason> reasons, String text) implements ReviewDecision {}

  /** Why a request is not approved; each has a text for the holder. */
  enum Reason {
    IDENTITY_NOT_PROVEN("identity-not-proven"),
    DOCUMENT_UNREADABLE("document-unreadable"),
    NOT_THE_HOLDER("not-the-holder"),
    DUES_OPEN("dues-open"),
    DISPUTE_OPEN("dispute-open"),
    SUSPECTED_FRAUD("suspected-fraud"),
    OTHER("other");

    private final String key;

    Reason(String key) {
      this.key = key;
    }

    /** As in APIs and message keys. */
    public String key() {
      return key;
    }
  }
}
