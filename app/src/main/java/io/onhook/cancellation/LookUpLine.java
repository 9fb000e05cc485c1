package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.shared.Answer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Remembers the line's status in the operator's books before its end is announced there: a
 * suspended line whose cancellation is taken back is a suspended line again.
 */
@Component
final class LookUpLine implements LocalStep<Cancellation> {
  private final Lines lines;

  LookUpLine(Lines lines) {
    this.lines = lines;
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    return switch (lines.byId(state.subject().line())) {
      case Answer.Got<Optional<Line>>(Optional<Line> line) ->
          line.map(Line::status)
              .map(status -> seen(state, status))
              .orElseGet(() -> StepOutcome.needsPerson("line-unknown"));
      case Answer.Failed<Optional<Line>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Silent<Optional<Line>>(var fault) -> Backoff.retry(context, fault);
    };
  }

  private static StepOutcome<Cancellation> seen(Cancellation state, Line.Status status) {
    return switch (status) {
      case ACTIVE, SUSPENDED, PENDING_TERMINATE ->
          StepOutcome.done(state.with(state.progress().withStatus(status)));
      case TERMINATED -> StepOutcome.needsPerson("line-ended-elsewhere");
      case OTHER -> StepOutcome.needsPerson("line-status-unexpected");
    };
  }
}
