package io.onhook.counter.manager;

import io.onhook.branch.DayFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Waits as bars, half of the visitors and nine of ten beside each other. The same figures stand in
 * a table below, for who can't see it.
 *
 * @param bars in a field of 600 by 180
 * @param labels below them
 * @param most minutes at the upper edge
 */
public record Chart(List<Bar> bars, List<Label> labels, long most) {
  private static final double WIDTH = 560;
  private static final double LEFT = 36;
  private static final double HEIGHT = 150;
  private static final double TOP = 10;

  /** So many labels fit below. */
  private static final int LABELS = 10;

  /** One bar. */
  public record Bar(double x, double y, double width, double height, boolean slow) {}

  /** A word at a place. */
  public record Label(double x, String text) {}

  static Chart of(List<DayFigures> figures) {
    long most =
        Math.max(
            5,
            figures.stream()
                .flatMap(it -> it.waitMost().stream())
                .mapToLong(Chart::minutes)
                .max()
                .orElse(0));
    double step = WIDTH / Math.max(1, figures.size());
    double width = Math.min(22, step * 0.38);
    int every = Math.ceilDiv(Math.max(1, figures.size()), LABELS);
    var bars = new ArrayList<Bar>();
    var labels = new ArrayList<Label>();
    for (int i = 0; i < figures.size(); i++) {
      DayFigures it = figures.get(i);
      double middle = LEFT + step * (i + 0.5);
      it.waitHalf().ifPresent(wait -> bars.add(bar(middle - width, width, wait, most, false)));
      it.waitMost().ifPresent(wait -> bars.add(bar(middle, width, wait, most, true)));
      if (i % every == 0) {
        String key = it.key();
        labels.add(new Label(round(middle), key.length() > 5 ? key.substring(5) : key));
      }
    }
    return new Chart(List.copyOf(bars), List.copyOf(labels), most);
  }

  private static Bar bar(double x, double width, Duration wait, long most, boolean slow) {
    double height = Math.max(1, HEIGHT * Math.min(1, minutes(wait) / (double) most));
    return new Bar(round(x), round(TOP + HEIGHT - height), round(width), round(height), slow);
  }

  static long minutes(Duration wait) {
    return Math.round(wait.toSeconds() / 60.0);
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
