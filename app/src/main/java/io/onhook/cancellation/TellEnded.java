package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.notice.Template;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells the holder, at the other contact, that the line has ended and where the proof is. */
@Component
final class TellEnded implements LocalStep<Cancellation> {
  private final CaseNotices notices;

  TellEnded(CaseNotices notices) {
    this.notices = notices;
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    String certificate =
        Objects.requireNonNull(state.progress().certificate(), "issued in a step before");
    return StepOutcome.done(
        state, notices.toHolder(state, Template.ENDED, Map.of("certificate", certificate)));
  }
}
