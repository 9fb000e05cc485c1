package io.onhook.visit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature as drawn on the pad, 600 by 200: moves and lines of an SVG path, nothing else, so
 * that it can be shown as it is.
 */
record Stroke(String path) {
  private static final int LONGEST = 40_000;

  /** Nobody's name is drawn with less. */
  private static final double SHORTEST = 80;

  private static final Pattern FORM = Pattern.compile("(M\\d{1,3} \\d{1,3}(L\\d{1,3} \\d{1,3})*)+");
  private static final Pattern POINT = Pattern.compile("([ML])(\\d{1,3}) (\\d{1,3})");

  /** Empty if it is no such path. */
  static Optional<Stroke> of(String typed) {
    return typed.length() <= LONGEST && FORM.matcher(typed).matches()
        ? Optional.of(new Stroke(typed))
        : Optional.empty();
  }

  /** Whether hardly anything was drawn. */
  boolean isDot() {
    double length = 0;
    int x = 0;
    int y = 0;
    Matcher point = POINT.matcher(path);
    while (point.find()) {
      int toX = Integer.parseInt(point.group(2));
      int toY = Integer.parseInt(point.group(3));
      if (point.group(1).equals("L")) {
        length += Math.hypot(toX - x, toY - y);
      }
      x = toX;
      y = toY;
    }
    return length < SHORTEST;
  }
}
