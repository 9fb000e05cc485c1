package io.onhook.api;

import io.onhook.api.Problem.FieldError;
import io.onhook.shared.Language;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Puts refusals into the reader's words: {@code api.<code>.title}, {@code .problem} and so on. */
@Component
final class Problems {
  private final MessageSource texts;

  Problems(MessageSource texts) {
    this.texts = texts;
  }

  /** A problem with the request as a whole. */
  Problem of(HttpStatus status, String code, Language language, Object... values) {
    return of(status, code, language, List.of(), null, values);
  }

  /** A problem that names a case, to which the client is led. */
  Problem of(HttpStatus status, String code, Language language, String reference) {
    return of(status, code, language, List.of(), reference);
  }

  /** A problem with fields. */
  Problem fields(HttpStatus status, String code, Language language, List<FieldError> errors) {
    return of(status, code, language, errors, null);
  }

  /** One wrong field in the body: 422. */
  Problem field(Language language, String field, String code, String englishRemedy) {
    return fields(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "request.invalid",
        language,
        List.of(error(language, field, code, englishRemedy)));
  }

  /**
   * What is wrong with one field.
   *
   * @param englishRemedy for a code whose words are not among the texts
   */
  FieldError error(Language language, String field, String code, String englishRemedy) {
    return new FieldError(
        field,
        code,
        text("api." + code + ".problem", code, language),
        text("api." + code + ".remedy", englishRemedy, language),
        null,
        null);
  }

  private Problem of(
      HttpStatus status,
      String code,
      Language language,
      List<FieldError> errors,
      @Nullable String reference,
      Object... values) {
    return new Problem(
        Problem.TYPE + code,
        text("api." + code + ".title", status.getReasonPhrase(), language, values),
        status.value(),
        text("api." + code + ".detail", "", language, values),
        code,
        errors,
        reference);
  }

  private String text(String key, String otherwise, Language language, Object... values) {
    return Objects.requireNonNull(texts.getMessage(key, values, otherwise, language.locale()));
  }
}
