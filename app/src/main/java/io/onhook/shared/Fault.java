package io.onhook.shared;

/**
 * The world failed: a partner was down, slow, or answered nonsense. A value, made once, in the
 * adapter; a step turns it into an outcome.
 *
 * @param partner who failed: {@code bss}, {@code hlr}, {@code smsc}, {@code mail}
 * @param code stable key: {@code unreachable}, {@code timeout}, {@code rejected}, {@code protocol},
 *     {@code other-currency}
 * @param message for operations, in English, without personal data
 */
public record Fault(String partner, String code, String message) {
  private static final String OTHER_CURRENCY = "other-currency";

  public static Fault unreachable(String partner, String message) {
    return new Fault(partner, "unreachable", message);
  }

  public static Fault timeout(String partner, String message) {
    return new Fault(partner, "timeout", message);
  }

  public static Fault rejected(String partner, String message) {
    return new Fault(partner, "rejected", message);
  }

  public static Fault protocol(String partner, String message) {
    return new Fault(partner, "protocol", message);
  }

  /** An amount that can't be reckoned with ours: asking again does not help, a person does. */
  public static Fault otherCurrency(String partner, String message) {
    return new Fault(partner, OTHER_CURRENCY, message);
  }

  public boolean isOtherCurrency() {
    return code.equals(OTHER_CURRENCY);
  }
}
