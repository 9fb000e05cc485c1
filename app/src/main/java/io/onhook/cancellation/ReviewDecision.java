package io.onhook.cancellation;

import io.onhook.shared.Language;
import java.util.List;

/** What a reviewer says of a request. */
public sealed interface ReviewDecision {

  /** Yes or no: the case goes on with it. */
  sealed interface Final extends ReviewDecision {}

  /**
   * Approved.
   *
   * @param note for colleagues and auditors; may be empty
   */
  record Approve(String note) implements Final {}

  /**
   * Not approved.
   *
   * @param reasons at least one
   * @param text to the holder, in the holder's language; needed with {@link Reason#OTHER}
   */
  record NotApprove(List<Reason> reasons, String text) implements Final {}

  /**
   * Something is missing: the holder is asked for it, and the case comes back.
   *
   * @param needs at least one
   * @param text to the holder, in the holder's language; needed with {@link Need#ANSWER}
   */
  record AskForMore(List<Need> needs, String text) implements ReviewDecision {}

  /** Why a request is not approved; each has a text for the holder. */
  enum Reason {
    IDENTITY_NOT_PROVEN("identity-not-proven", "身份未能核实", "your identity could not be confirmed"),
    DOCUMENT_UNREADABLE("document-unreadable", "证件看不清", "a document can't be read"),
    NOT_THE_HOLDER("not-the-holder", "申请人不是机主", "the applicant is not the registered holder"),
    DUES_OPEN("dues-open", "有未结清的费用", "something is still to be paid"),
    DISPUTE_OPEN("dispute-open", "有未处理完的争议", "a dispute is not settled yet"),
    SUSPECTED_FRAUD("suspected-fraud", "为您的安全需进一步核实", "more checks are needed for your safety"),
    MORE_NOT_GIVEN("more-not-given", "没有按时补充所需材料", "what was still needed did not come in time"),
    OTHER("other", "其他原因", "another reason");

    private final String key;
    private final String chinese;
    private final String english;

    Reason(String key, String chinese, String english) {
      this.key = key;
      this.chinese = chinese;
      this.english = english;
    }

    /** As in APIs and message keys. */
    public String key() {
      return key;
    }

    /** For the holder, fit to stand in a sentence; English in languages of further packs. */
    public String text(Language language) {
      return switch (language) {
        case ZH_CN -> chinese;
        case EN, DE, FR -> english;
      };
    }
  }
}
