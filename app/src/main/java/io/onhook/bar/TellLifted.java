package io.onhook.bar;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.notice.Template;
import java.util.List;
import org.springframework.stereotype.Component;

/** The line works again; where it does not, nobody is told that it does. */
@Component
final class TellLifted implements LocalStep<LineBar> {
  private final BarNotices notices;

  TellLifted(BarNotices notices) {
    this.notices = notices;
  }

  @Override
  public StepOutcome<LineBar> run(LineBar state, StepContext context) {
    return new StepOutcome.Done<>(
        state, state.keptBarred() ? List.of() : notices.toAll(state, Template.BAR_LIFTED));
  }
}
