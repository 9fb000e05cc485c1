package io.onhook.cancellation;

import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The subscription is over in the operator's books too. */
@Component
final class CloseContract implements RemoteStep<Cancellation, LineTarget> {
  private final Lines lines;

  CloseContract(Lines lines) {
    this.lines = lines;
  }

  @Override
  public String partner() {
    return "bss";
  }

  @Override
  public Duration timeout() {
    return Duration.ofSeconds(12);
  }

  @Override
  public Optional<LineTarget> prepare(Cancellation state) {
    return Optional.of(new LineTarget(state.subject().line()));
  }

  @Override
  public StepOutcome<Cancellation> call(Cancellation state, Intent<LineTarget> intent) {
    return switch (lines.end(intent.arguments().line(), intent.effectKey())) {
      case Answer.Got<Line> got -> StepOutcome.done(state);
      case Answer.Failed<Line>(var fault) -> Backoff.retry(intent, fault);
      case Answer.Silent<Line>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  @Override
  public StepOutcome<Cancellation> ask(Cancellation state, Intent<LineTarget> intent) {
    return switch (lines.byId(intent.arguments().line())) {
      case Answer.Got<Optional<Line>>(Optional<Line> line) ->
          line.map(Line::status)
              .<StepOutcome<Cancellation>>map(
                  status ->
                      switch (status) {
                        case TERMINATED -> StepOutcome.done(state);
                        case ACTIVE, SUSPENDED, PENDING_TERMINATE, OTHER ->
                            Backoff.notYet(intent, "bss", "the line is " + status);
                      })
              .orElseGet(() -> StepOutcome.needsPerson("line-unknown"));
      case Answer.Failed<Optional<Line>>(var fault) -> Backoff.ask(intent, fault);
      case Answer.Silent<Optional<Line>>(var fault) -> Backoff.ask(intent, fault);
    };
  }
}
