package io.onhook.web;

import io.onhook.shared.Malformed;
import java.util.regex.Pattern;

/**
 * A colour behind white text, {@code #rrggbb}.
 *
 * @param text as it was written
 */
public record Colour(String text) {
  private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");

  /** WCAG 2.2, criterion 1.4.3: contrast of text. */
  private static final double READABLE = 4.5;

  /**
   * @throws Malformed if it is no colour, or white text on it can't be read
   */
  public Colour {
    if (!FORM.matcher(text).matches()) {
      throw new Malformed("colour.form", "Write a colour as #rrggbb.");
    }
    double contrast = 1.05 / (luminance(text) + 0.05);
    if (contrast < READABLE) {
      throw new Malformed(
          "colour.contrast",
          "It gives white text a contrast of %.1f; choose a darker colour (at least %.1f)."
              .formatted(contrast, READABLE));
    }
  }

  /** Relative luminance, 0 black to 1 white (WCAG 2.2). */
  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int at) {
    double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
