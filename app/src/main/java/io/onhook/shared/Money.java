package io.onhook.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in a currency's smallest unit (fen, cent). Integers only; it may be negative, as a
 * credit on a bill is.
 *
 * @param currency ISO 4217 code
 * @param minor the amount in smallest units
 */
public record Money(String currency, long minor) implements Comparable<Money> {
  public Money {
    Currency.getInstance(currency);
  }

  public static Money of(String currency, long minor) {
    return new Money(currency, minor);
  }

  public static Money zero(String currency) {
    return new Money(currency, 0);
  }

  /**
   * Reads a decimal amount, as TM Forum APIs carry it.
   *
   * @throws ArithmeticException if it has more digits than the currency
   */
  public static Money ofDecimal(String currency, BigDecimal amount) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return new Money(
        currency,
        amount.setScale(digits, RoundingMode.UNNECESSARY).movePointRight(digits).longValueExact());
  }

  /** The amount in whole units with the currency's digits: 12.50. */
  public BigDecimal decimal() {
    return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
  }

  public Money plus(Money other) {
    return new Money(currency, Math.addExact(minor, same(other).minor));
  }

  public Money minus(Money other) {
    return new Money(currency, Math.subtractExact(minor, same(other).minor));
  }

  public Money times(long factor) {
    return new Money(currency, Math.multiplyExact(minor, factor));
  }

  public Money negated() {
    return new Money(currency, Math.negateExact(minor));
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, same(other).minor);
  }

  /** {@code CNY 12.50}. */
  @Override
  public String toString() {
    return currency + " " + decimal().toPlainString();
  }

  private Money same(Money other) {
    if (!other.currency.equals(currency)) {
      throw new IllegalArgumentException("Can't reckon " + other.currency + " with " + currency);
    }
    return other;
  }
}
