package io.onhook.stand;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person sees, with the seconds since the start before each line. */
public final class Screen {
  private final PrintStream out;
  private final long start = System.nanoTime();

  /** Counts the seconds from now. */
  public Screen(PrintStream out) {
    this.out = out;
  }

  /** Something happened just now. */
  public void step(String text, Object... values) {
    Duration since = Duration.ofNanos(System.nanoTime() - start);
    out.printf(Locale.ROOT, "%6.1f s  %s%n", since.toMillis() / 1000.0, format(text, values));
    out.flush();
  }

  /** More of the step above. */
  public void more(String text, Object... values) {
    out.printf(Locale.ROOT, "          %s%n", format(text, values));
    out.flush();
  }

  /** A line by itself. */
  public void line(String text, Object... values) {
    out.println(format(text, values));
    out.flush();
  }

  private static String format(String text, Object... values) {
    return values.length == 0 ? text : text.formatted(values);
  }
}
