package io.onhook.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** A bank card's number: 12 to 19 digits, the last a Luhn check digit (ISO/IEC 7812-1). */
public record BankCard(String digits) {
  private static final Pattern FORM = Pattern.compile("\\d{12,19}");

  @JsonCreator
  public BankCard {
    if (!FORM.matcher(digits).matches()) {
      throw new Malformed("bank-card.form", "A bank card has 12 to 19 digits.");
    }
    if (!Luhn.holds(digits)) {
      throw new Malformed(
          "bank-card.check-digit", "A digit was mistyped. Compare the number with the card.");
    }
  }

  /**
   * Reads what a person typed: in groups, full-width digits.
   *
   * @throws Malformed if it can't be a card
   */
  public static BankCard typed(String text) {
    if (text.length() > 60) {
      throw new Malformed("bank-card.form", "A bank card has 12 to 19 digits.");
    }
    return new BankCard(
        Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}-]", ""));
  }

  @JsonValue
  @Override
  public String digits() {
    return digits;
  }

  /** The last four digits only. */
  @Override
  public String toString() {
    return "••••" + digits.substring(digits.length() - 4);
  }
}
