package io.onhook.cancellation;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseId;
import io.onhook.engine.CaseProcess;
import java.time.Instant;

/**
 * The time that a review may take, where the pack says that silence is approval.
 *
 * @param cancellation the case under review
 * @param decideBy until when it is to be decided
 */
record ReviewClock(CaseId cancellation, Instant decideBy) {

  /** What becomes of a review that nobody decides, top to bottom. */
  static final CaseProcess<ReviewClock> REVIEW_CLOCK =
      process("review-clock", 1, ReviewClock.class)
          .wait("deadline", ReviewClock::decideBy)
          .step("approve-overdue", ApproveOverdue.class)
          .build();
}
