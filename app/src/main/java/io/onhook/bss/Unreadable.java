package io.onhook.bss;

import io.onhook.shared.Fault;

/**
 * The partner answered, but not what its API promises: a value is missing, or contradicts another.
 * Thrown while an answer is being read, and caught once, in {@link BssClient}, which makes it a
 * fault.
 */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean otherCurrency;

  /**
   * @param message what is wrong, in English, without personal data
   */
  public Unreadable(String message) {
    this(message, false);
  }

  private Unreadable(String message, boolean otherCurrency) {
    super(message);
    this.otherCurrency = otherCurrency;
  }

  /** An amount of this thing is in a currency that billing is not said to have. */
  static Unreadable otherCurrency(String what, String found, String ours) {
    return new Unreadable(what + " is in " + found + ", but onhook.bss.currency is " + ours, true);
  }

  Fault fault(String partner) {
    String message = String.valueOf(getMessage());
    return otherCurrency ? Fault.otherCurrency(partner, message) : Fault.protocol(partner, message);
  }
}
