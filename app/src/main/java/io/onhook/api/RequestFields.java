package io.onhook.api;

import io.onhook.api.Problem.FieldError;
import io.onhook.shared.Language;
import io.onhook.shared.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads the fields of one body, and collects all that is wrong with them. */
final class RequestFields {
  private final Problems problems;
  private final Language language;
  private final List<FieldError> errors = new ArrayList<>();

  RequestFields(Problems problems, Language language) {
    this.problems = problems;
    this.language = language;
  }

  /** A field that must be there. */
  <T> Optional<T> needed(String field, @Nullable String value, Function<String, T> reader) {
    if (value == null || value.isBlank()) {
      wrong(field, "property.missing", "Send this property.");
      return Optional.empty();
    }
    return read(field, value, reader);
  }

  /** A field that may be left out. */
  <T> Optional<T> given(String field, @Nullable String value, Function<String, T> reader) {
    return value == null ? Optional.empty() : read(field, value, reader);
  }

  /** A text as it is; long ones are judged by who uses them. */
  Optional<String> needed(String field, @Nullable String value) {
    return needed(field, value, Function.identity());
  }

  void wrong(String field, String code, String remedy) {
    errors.add(problems.error(language, field, code, remedy));
  }

  /** All that was wrong, as one problem; empty if nothing was. */
  Optional<Problem> problem() {
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            problems.fields(HttpStatus.UNPROCESSABLE_CONTENT, "request.invalid", language, errors));
  }

  private <T> Optional<T> read(String field, String value, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(value));
    } catch (Malformed e) {
      wrong(field, e.code(), Objects.requireNonNull(e.getMessage()));
      return Optional.empty();
    }
  }
}
