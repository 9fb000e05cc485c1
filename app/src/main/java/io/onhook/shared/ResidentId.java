package io.onhook.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of a Chinese resident ID: six digits of region, eight of birth date, three of order
 * and a check character (GB 11643-1999). Of a number that exists the form, the check character, the
 * date and the region hold; whether it was ever issued only the police know.
 */
public record ResidentId(String number) {
  private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final int FIRST_YEAR = 1860;

  @JsonCreator
  public ResidentId {
    if (!FORM.matcher(number).matches()) {
      throw new Malformed(
          "resident-id.form", "A resident ID has 17 digits and then a digit or X. Count them.");
    }
    if (check(number) != number.charAt(17)) {
      throw new Malformed(
          "resident-id.check-digit",
          "The last character does not fit the others: one was mistyped. Compare with the card.");
    }
    LocalDate born = date(number);
    if (!Regions.known(number.substring(0, 6), born.getYear())) {
      throw new Malformed(
          "resident-id.region", "The first six digits name no region. Compare them with the card.");
    }
  }

  /**
   * Reads what a person typed: spaces and dashes, full-width characters, a small x.
   *
   * @throws Malformed if it can't be a resident ID
   */
  public static ResidentId typed(String text) {
    if (text.length() > 40) {
      throw new Malformed("resident-id.form", "A resident ID has 18 characters.");
    }
    return new ResidentId(
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("[\\s\\p{Cf}-]", "")
            .toUpperCase(Locale.ROOT));
  }

  /** The holder's date of birth. */
  public LocalDate bornOn() {
    return date(number);
  }

  private static LocalDate date(String number) {
    try {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(number.substring(6, 10)),
              Integer.parseInt(number.substring(10, 12)),
              Integer.parseInt(number.substring(12, 14)));
      if (date.getYear() >= FIRST_YEAR) {
        return date;
      }
    } catch (DateTimeException e) {
      // Told below: a month 13 and a year 1000 are the same mistake to who typed it.
    }
    throw new Malformed(
        "resident-id.date", "Digits 7 to 14 are no date of birth. Compare them with the card.");
  }

  private static char check(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % 11);
  }

  @JsonValue
  @Override
  public String number() {
    return number;
  }

  /** The last two characters only: the number must not reach a log. */
  @Override
  public String toString() {
    return "••••" + number.substring(16);
  }
}
