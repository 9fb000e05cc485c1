package io.onhook.bar;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.notice.Template;
import org.springframework.stereotype.Component;

/** Every other contact of the account learns of the bar: a stranger can't bar a line in secret. */
@Component
final class TellBarred implements LocalStep<LineBar> {
  private final BarNotices notices;

  TellBarred(BarNotices notices) {
    this.notices = notices;
  }

  @Override
  public StepOutcome<LineBar> run(LineBar state, StepContext context) {
    return new StepOutcome.Done<>(state, notices.toAll(state, Template.BARRED));
  }
}
