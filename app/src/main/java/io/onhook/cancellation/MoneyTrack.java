package io.onhook.cancellation;

/** Where the money stands; the other of the two tracks that people see. */
public enum MoneyTrack {
  /** 待缴费. */
  TO_PAY("to-pay"),
  /** 待结算. */
  BEING_SETTLED("being-settled"),
  /** 退款中: on its way to the holder's bank. */
  ON_ITS_WAY("on-its-way"),
  /** 已到账: the bank has confirmed it. */
  ARRIVED("arrived"),
  /** 已结清. */
  NOTHING_OPEN("nothing-open");

  private final String key;

  MoneyTrack(String key) {
    this.key = key;
  }

  /** As in APIs and message keys. */
  public String key() {
    return key;
  }
}
