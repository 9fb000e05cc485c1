package io.onhook.web;

import io.onhook.shared.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, in the order of its fields; templates see it as {@code problems}, name
 * it in the error summary and again at each field.
 */
public final class Problems {
  /** No problem: for a form that is shown for the first time. */
  public static final Problems NONE = new Problems();

  private final List<Problem> all = new ArrayList<>();

  /**
   * One wrong field.
   *
   * @param field its name, and the id of its element
   * @param code stable key; its text is the message {@code problem.<code>}
   * @param values what the text names
   */
  public record Problem(String field, String code, List<Object> values) {
    public String message() {
      return "problem." + code;
    }

    /** As templates want them. */
    public Object[] arguments() {
      return values.toArray();
    }
  }

  /** Adds a problem; the first of each field counts. */
  public Problems add(String field, String code, Object... values) {
    if (of(field) == null) {
      all.add(new Problem(field, code, List.of(values)));
    }
    return this;
  }

  /** Reads a value; if it is malformed, notes the problem at the field. */
  public <T> Optional<T> read(String field, String typed, Function<String, T> reader) {
    if (typed.isBlank()) {
      add(field, field + ".missing");
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(typed.strip()));
    } catch (Malformed e) {
      add(field, e.code());
      return Optional.empty();
    }
  }

  public List<Problem> all() {
    return List.copyOf(all);
  }

  public boolean any() {
    return !all.isEmpty();
  }

  /** The problem of this field, if it has one. */
  public @Nullable Problem of(String field) {
    return all.stream().filter(problem -> problem.field().equals(field)).findFirst().orElse(null);
  }
}
