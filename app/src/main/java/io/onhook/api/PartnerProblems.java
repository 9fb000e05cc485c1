package io.onhook.api;

import io.onhook.shared.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What stands in the way at the operator's systems, and whether trying again helps. */
@Component
final class PartnerProblems {
  private static final String SECONDS = "30";

  private final Problems problems;

  PartnerProblems(Problems problems) {
    this.problems = problems;
  }

  /** They can't be asked just now: 503, and when to try again. */
  ResponseEntity<Object> unavailable(Language language) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, SECONDS);
    return problems
        .of(HttpStatus.SERVICE_UNAVAILABLE, "partner.unavailable", language)
        .answer(language, headers);
  }

  /**
   * An amount of the line is in another currency: 409, since no client that tries again by itself
   * should. A person is told.
   */
  ResponseEntity<Object> notReckonable(Language language) {
    return problems.of(HttpStatus.CONFLICT, "line.not-reckonable", language).answer(language);
  }
}
