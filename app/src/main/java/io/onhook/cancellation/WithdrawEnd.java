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

/** The cancellation is taken back: the line is an ordinary one again. */
@Component
final class WithdrawEnd implements RemoteStep<Cancellation, LineTarget> {
  private final Lines lines;

  WithdrawEnd(Lines lines) {
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
    return switch (lines.withdrawEnd(intent.arguments().line(), intent.effectKey())) {
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
                        case ACTIVE, SUSPENDED -> StepOutcome.done(state);
                        case PENDING_TERMINATE, TERMINATED, OTHER ->
                            Backoff.notYet(intent, "bss", "the line is " + status);
                      })
              .orElseGet(() -> StepOutcome.needsPerson("line-unknown"));
      case Answer.Failed<Optional<Line>>(var fault) -> Backoff.ask(intent, fault);
      case Answer.Silent<Optional<Line>>(var fault) -> Backoff.ask(intent, fault);
    };
  }
}
