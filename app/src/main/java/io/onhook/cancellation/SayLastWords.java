package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The last message to the line itself. It goes before the bar or not at all: behind the bar nothing
 * is ever sent to a number that will be somebody else's. A data-only line can't hear them.
 */
@Component
final class SayLastWords implements LocalStep<Cancellation> {
  /** Long enough for a message center, short enough not to keep the holder waiting. */
  private static final Duration TIME_TO_SEND = Duration.ofSeconds(10);

  private final CaseNotices notices;

  SayLastWords(CaseNotices notices) {
    this.notices = notices;
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    if (state.subject().dataOnly()) {
      return StepOutcome.done(state.with(state.progress().withBarsAt(context.now())));
    }
    Instant barsAt = context.now().plus(TIME_TO_SEND);
    return StepOutcome.done(
        state.with(state.progress().withBarsAt(barsAt)), notices.lastWords(state, barsAt));
  }
}
