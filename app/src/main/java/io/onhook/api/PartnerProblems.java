package io.onhook.api;

import io.onhook.shared.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operator's systems can't be asked just now: 503, and when to try again. */
@Component
final class PartnerProblems {
  private static final String SECONDS = "30";

  private final Problems problems;

  PartnerProblems(Problems problems) {
    this.problems = problems;
  }

  ResponseEntity<Object> unavailable(Language language) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, SECONDS);
    return problems
        .of(HttpStatus.SERVICE_UNAVAILABLE, "partner.unavailable", language)
        .answer(language, headers);
  }
}
