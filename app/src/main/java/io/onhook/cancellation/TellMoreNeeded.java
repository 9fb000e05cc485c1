package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import org.springframework.stereotype.Component;

/** Tells the holder what is needed, until when, and where to add it. */
@Component
final class TellMoreNeeded implements LocalStep<MoreNeeded> {
  private final CaseNotices notices;

  TellMoreNeeded(CaseNotices notices) {
    this.notices = notices;
  }

  @Override
  public StepOutcome<MoreNeeded> run(MoreNeeded state, StepContext context) {
    return StepOutcome.done(state, notices.moreNeeded(state));
  }
}
