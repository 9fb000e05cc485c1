package io.onhook.bench;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what was measured: to people as lines, to machines as one JSON object a line. */
final class Figures {
  private final String bench;
  private final boolean json;
  private final PrintStream out;

  Figures(String bench, boolean json, PrintStream out) {
    this.bench = bench;
    this.json = json;
    this.out = out;
  }

  /** A figure that explains others. */
  void tell(String metric, double value, String unit) {
    print(metric, value, unit, null, true);
  }

  /** A figure that is to be no smaller than its target. */
  void atLeast(double target, String metric, double value, String unit) {
    print(metric, value, unit, ">=" + number(target), value >= target);
  }

  /** A figure that is to be no larger than its target. */
  void atMost(double target, String metric, double value, String unit) {
    print(metric, value, unit, "<=" + number(target), value <= target);
  }

  /** What goes on, for people only. */
  void say(String text) {
    if (!json) {
      out.println(text);
      out.flush();
    }
  }

  private void print(
      String metric, double value, String unit, @Nullable String target, boolean holds) {
    if (json) {
      out.printf(
          "{\"bench\":\"%s\",\"metric\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"target\":%s}%n",
          bench, metric, number(value), unit, target == null ? "null" : '"' + target + '"');
    } else {
      out.printf(
          "%-36s %12s %-12s %s%n",
          metric,
          number(value),
          unit,
          target == null ? "" : target + (holds ? "  holds" : "  MISSED"));
    }
    out.flush();
  }

  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.1f", value);
  }
}
