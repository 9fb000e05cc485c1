package io.onhook.cancellation;

/** Where the line stands; one of the two tracks that people see. A draft is the screens' own. */
public enum LineTrack {
  /** 待审核. */
  IN_REVIEW("in-review"),
  /** 需您处理: something is needed from the holder. */
  YOUR_TURN("your-turn"),
  /** 待生效: approved, the line works until its end date. */
  SCHEDULED("scheduled"),
  /** 办理中. */
  BEING_ENDED("being-ended"),
  /** 已注销. */
  ENDED("ended"),
  /** 已撤销. */
  RETRACTED("retracted"),
  /** 未通过. */
  NOT_APPROVED("not-approved");

  private final String key;

  LineTrack(String key) {
    this.key = key;
  }

  /** As in APIs and message keys. */
  public String key() {
    return key;
  }
}
