package io.onhook.trials.check;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Copies of evidence with something wrong in it. */
final class Falsified {
  private Falsified() {}

  /** A record with one component replaced. */
  static <R extends Record> R with(R original, String component, Object value) {
    try {
      RecordComponent[] components = original.getClass().getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      boolean found = false;
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        boolean it = components[i].getName().equals(component);
        found |= it;
        values[i] = it ? value : components[i].getAccessor().invoke(original);
      }
      if (!found) {
        throw new IllegalArgumentException(component);
      }
      @SuppressWarnings("unchecked")
      R copy = (R) original.getClass().getDeclaredConstructor(types).newInstance(values);
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The list with the first that fits replaced; fails if none does. */
  static <T> List<T> replaced(List<T> all, Predicate<T> which, UnaryOperator<T> by) {
    var copy = new ArrayList<>(all);
    for (int i = 0; i < copy.size(); i++) {
      if (which.test(copy.get(i))) {
        copy.set(i, by.apply(copy.get(i)));
        return copy;
      }
    }
    throw new AssertionError("Nothing to falsify");
  }

  /** The list without the first that fits; fails if none does. */
  static <T> List<T> without(List<T> all, Predicate<T> which) {
    T first =
        all.stream()
            .filter(which)
            .findFirst()
            .orElseThrow(() -> new AssertionError("Nothing to falsify"));
    var copy = new ArrayList<>(all);
    copy.remove(first);
    return copy;
  }

  /** The list with one more. */
  static <T> List<T> and(List<T> all, T more) {
    var copy = new ArrayList<>(all);
    copy.add(more);
    return copy;
  }

  /** The first that fits. */
  static <T> T any(List<T> all, Predicate<T> which) {
    return all.stream()
        .filter(which)
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nothing to falsify"));
  }
}
