package io.onhook.cancellation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the holder is promised at the request.
 *
 * @param decideBy until when an application is decided; null where nothing is decided
 * @param windowClosesAt until when the holder can simply take it back
 * @param endsAt until here the line works and is billed as usual
 * @param refundBy until when a credit has arrived, if the line ends at {@code endsAt}
 */
public record PromisedDates(
    @Nullable Instant decideBy, Instant windowClosesAt, Instant endsAt, Instant refundBy) {

  /** The same where the holder's own days moved the decision. */
  PromisedDates decidedBy(Instant moved) {
    return decideBy == null ? this : new PromisedDates(moved, windowClosesAt, endsAt, refundBy);
  }
}
