package io.onhook.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The subscriber identity in a SIM: 6 to 15 digits, MCC then MNC then MSIN (ITU-T E.212). */
public record Imsi(String digits) {
  private static final Pattern FORM = Pattern.compile("\\d{6,15}");

  @JsonCreator
  public Imsi {
    if (!FORM.matcher(digits).matches()) {
      throw new Malformed("imsi.form", "An IMSI has 6 to 15 digits.");
    }
  }

  @JsonValue
  @Override
  public String digits() {
    return digits;
  }

  /** Only the network's part and the last two digits. */
  @Override
  public String toString() {
    return digits.substring(0, 5) + "…" + digits.substring(digits.length() - 2);
  }
}
