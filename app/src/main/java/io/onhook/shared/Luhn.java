package io.onhook.shared;

/** The Luhn check digit (ISO/IEC 7812-1, annex B), of SIM and bank card numbers. */
public final class Luhn {
  private Luhn() {}

  /** Whether the last of these decimal digits is the check digit of the ones before it. */
  public static boolean holds(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
