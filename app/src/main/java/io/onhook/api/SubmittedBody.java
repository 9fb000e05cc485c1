package io.onhook.api;

import io.onhook.cancellation.SubmitAnswer;
import java.time.Instant;

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
        submitted.receivedAt(),
        CancellationBody.Dates.of(submitted.dates()));
  }
}
