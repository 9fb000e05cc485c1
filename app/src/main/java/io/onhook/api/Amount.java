package io.onhook.api;

import io.onhook.shared.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money in JSON.
 *
 * @param currency ISO 4217
 * @param value decimal text with the currency's digits, {@code "36.50"}: no program rounds it
 */
record Amount(String currency, String value) {
  static Amount of(Money money) {
    return new Amount(money.currency(), money.decimal().toPlainString());
  }

  static @Nullable Amount orNull(@Nullable Money money) {
    return money == null ? null : of(money);
  }

  static @Nullable Amount orNull(Optional<Money> money) {
    return money.map(Amount::of).orElse(null);
  }
}
