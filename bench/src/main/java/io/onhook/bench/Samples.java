package io.onhook.bench;

import java.util.ArrayList;
import java.util.List;

/** Measured values, in order of size when asked. */
final class Samples {
  private final List<Double> values = new ArrayList<>();

  synchronized void add(double value) {
    values.add(value);
  }

  double median() {
    return quantile(0.5);
  }

  synchronized double quantile(double share) {
    List<Double> sorted = values.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.clamp(index, 0, sorted.size() - 1));
  }

  synchronized double last() {
    return values.getLast();
  }

  synchronized double max() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }
}
