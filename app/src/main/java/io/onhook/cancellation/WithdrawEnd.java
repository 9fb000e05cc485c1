package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.Intent;
import io.onhook.engine.StepOutcome;
import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cancellation is taken back: in the operator's books the line is what it was before. */
@Component
final class WithdrawEnd extends StatusChange {
  private final Lines lines;

  WithdrawEnd(Lines lines) {
    super(lines);
    this.lines = lines;
  }

  @Override
  Optional<Line.Status> wanted(Cancellation state) {
    return Optional.ofNullable(state.progress().status());
  }

  /** It looks, and then it changes. */
  @Override
  public Duration timeout() {
    return super.timeout().multipliedBy(2);
  }

  /** A line that somebody else ended meanwhile must not come to life again. */
  @Override
  public StepOutcome<Cancellation> call(Cancellation state, Intent<Target> intent) {
    return switch (lines.byId(intent.arguments().line())) {
      case Answer.Got<Optional<Line>>(Optional<Line> line) ->
          line.map(Line::status)
              .map(
                  status ->
                      status == Line.Status.TERMINATED
                          ? StepOutcome.done(state)
                          : super.call(state, intent))
              .orElseGet(() -> StepOutcome.needsPerson("line-unknown"));
      case Answer.Failed<Optional<Line>>(var fault) -> Backoff.retry(intent, fault);
      case Answer.Silent<Optional<Line>>(var fault) -> Backoff.retry(intent, fault);
    };
  }
}
