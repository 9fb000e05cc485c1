package io.onhook.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The number printed on a SIM: 18 to 20 digits beginning with 89 (ITU-T E.118). Some 19-digit cards
 * carry no check digit, so {@link #hasCheckDigit()} is a fact, not a condition.
 */
public record Iccid(String digits) {
  private static final Pattern FORM = Pattern.compile("89\\d{16,18}");

  @JsonCreator
  public Iccid {
    if (!FORM.matcher(digits).matches()) {
      throw new Malformed("iccid.form", "A SIM number has 18 to 20 digits and begins with 89.");
    }
  }

  /** Whether the last digit is the Luhn check digit of the others. */
  public boolean hasCheckDigit() {
    return Luhn.holds(digits);
  }

  @JsonValue
  @Override
  public String digits() {
    return digits;
  }
}
