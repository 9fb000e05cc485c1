package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.shared.Answer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether all amounts of the line can be reckoned with now. */
@Component
final class ReadAmounts implements LocalStep<OddAmount> {
  private final Standings standings;

  ReadAmounts(Standings standings) {
    this.standings = standings;
  }

  @Override
  public StepOutcome<OddAmount> run(OddAmount state, StepContext context) {
    return switch (standings.of(state.line())) {
      case Answer.Got<Optional<Standing>> read -> StepOutcome.done(state);
      case Answer.Failed<Optional<Standing>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Silent<Optional<Standing>>(var fault) -> Backoff.retry(context, fault);
    };
  }
}
