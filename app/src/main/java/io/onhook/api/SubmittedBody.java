package io.onhook.api;

import io.onhook.cancellation.SubmitAnswer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The request is stored and the case runs.
 *
 * @param reference what the holder quotes
 * @param receivedAt the time of receipt, which stands
 * @param dates what is promised
 */
record SubmittedBody(String reference, Instant receivedAt, CancellationBody.Dates dates) {
  static SubmittedBody of(SubmitAnswer.Submitted submitted) {
    return new SubmittedBody(
        submitted.reference().text(),
        // As the database keeps it, so that every later answer says the same.
        submitted.receivedAt().truncatedTo(ChronoUnit.MICROS),
        CancellationBody.Dates.of(submitted.dates()));
  }
}
