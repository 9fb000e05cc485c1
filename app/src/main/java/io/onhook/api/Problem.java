package io.onhook.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onhook.shared.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A refusal as a program reads it (RFC 9457).
 *
 * @param type the code as a URN; stable
 * @param title what happened, in the reader's language
 * @param status the HTTP status again
 * @param detail what to do about it, in the reader's language
 * @param code stable, for programs
 * @param errors what is wrong with which field, all at once
 * @param reference of the case that stands in the way, if one does
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<FieldError> errors,
    @Nullable String reference) {

  /**
   * One thing that is wrong.
   *
   * @param field its name in the body, {@code contact.address} for nested ones; a header's name; or
   *     {@code number} where the line itself stands in the way
   * @param code stable, for programs
   * @param problem what is wrong, in the reader's language
   * @param remedy what to do, in the reader's language
   * @param amount what it takes, where money would solve it
   * @param freeAt when it solves itself, where it does
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FieldError(
      String field,
      String code,
      String problem,
      String remedy,
      @Nullable Amount amount,
      @Nullable Instant freeAt) {}

  static final String TYPE = "urn:onhook:problem:";

  ResponseEntity<Object> answer(Language language) {
    return answer(language, new HttpHeaders());
  }

  ResponseEntity<Object> answer(Language language, HttpHeaders headers) {
    return ResponseEntity.status(HttpStatus.valueOf(status))
        .headers(headers)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(this);
  }
}
