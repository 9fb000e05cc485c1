package io.onhook.sandbox.tmf;

import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.book.View;
import io.onhook.sandbox.json.Json;
import java.util.Currency;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one currency in which this operator bills. It stands in the book from the first day: a folder
 * is never read in another one.
 */
public final class BillingCurrency {
  /** Of a book that does not say: it was begun before there was a choice. */
  private static final String BEFORE = "CNY";

  private static final String SETTINGS = "setting";
  private static final String CURRENCY = "currency";

  private BillingCurrency() {}

  /** Whether something can be billed in it. {@code XAU} has no smallest unit. */
  public static boolean exists(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(
            known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0);
  }

  /** Its ISO 4217 code. */
  public static String of(View view) {
    return view.find(SETTINGS, CURRENCY)
        .map(setting -> setting.path("code").asString(BEFORE))
        .orElse(BEFORE);
  }

  /** What a new book is begun in. */
  public static void begin(Draft draft, String code) {
    draft.put(SETTINGS, CURRENCY, Json.object().put("code", code));
  }

  /** So many of its smallest units. */
  public static ObjectNode money(View view, long minor) {
    return Json.money(of(view), minor);
  }
}
