package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.LocalWrite;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.notice.Template;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells the holder that the request is in, and every contact that the account had before that
 * somebody asks for this: if it is a thief, the holder hears of it in time.
 */
@Component
final class TellReceived implements LocalStep<Cancellation> {
  private final CaseNotices notices;

  TellReceived(CaseNotices notices) {
    this.notices = notices;
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    var writes = new ArrayList<LocalWrite>();
    writes.add(notices.toHolder(state, Template.RECEIVED, Map.of()));
    for (int contact = 1; contact <= state.applicant().known().size(); contact++) {
      writes.add(notices.notYou(state, contact));
    }
    return new StepOutcome.Done<>(state, writes);
  }
}
