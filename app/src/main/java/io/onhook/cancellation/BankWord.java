package io.onhook.cancellation;

/** What the operator's payments say of a refund: the other side of our own record. */
public enum BankWord {
  /** They know of none. */
  NONE("none"),
  /** Sent, and not confirmed. */
  UNDER_WAY("under-way"),
  ARRIVED("arrived"),
  /** The bank would not take it, or gave it back. */
  CAME_BACK("came-back"),
  /** They do not answer. */
  SILENT("silent");

  private final String key;

  BankWord(String key) {
    this.key = key;
  }

  /** As in message keys. */
  public String key() {
    return key;
  }
}
