package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.line.Lines;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.util.Optional;

/** A step that sets the line's status in the operator's inventory, and knows it by looking. */
abstract class StatusChange implements RemoteStep<Cancellation, StatusChange.Target> {
  private final Lines lines;

  StatusChange(Lines lines) {
    this.lines = lines;
  }

  /** Which line, and what it shall be. */
  record Target(LineId line, Line.Status status) {}

  /** What the line shall be; empty if there is nothing to do. */
  abstract Optional<Line.Status> wanted(Cancellation state);

  @Override
  public final String partner() {
    return "bss";
  }

  @Override
  public Duration timeout() {
    return lines.longest();
  }

  @Override
  public final Optional<Target> prepare(Cancellation state) {
    return wanted(state).map(status -> new Target(state.subject().line(), status));
  }

  @Override
  public StepOutcome<Cancellation> call(Cancellation state, Intent<Target> intent) {
    Target target = intent.arguments();
    return switch (lines.setStatus(target.line(), target.status(), intent.effectKey())) {
      case Answer.Got<Line> got -> StepOutcome.done(state);
      case Answer.Failed<Line>(var fault) -> Backoff.failed(intent, fault);
      case Answer.Silent<Line>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  @Override
  public final StepOutcome<Cancellation> ask(Cancellation state, Intent<Target> intent) {
    return switch (lines.byId(intent.arguments().line())) {
      case Answer.Got<Optional<Line>>(Optional<Line> line) ->
          line.map(Line::status)
              .map(status -> seen(state, intent, status))
              .orElseGet(() -> StepOutcome.needsPerson("line-unknown"));
      case Answer.Failed<Optional<Line>>(var fault) -> Backoff.ask(intent, fault);
      case Answer.Silent<Optional<Line>>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  private static StepOutcome<Cancellation> seen(
      Cancellation state, Intent<Target> intent, Line.Status status) {
    if (status == intent.arguments().status()) {
      return StepOutcome.done(state);
    }
    // Whoever ended it was not us: nothing may be done to it any more.
    return status == Line.Status.TERMINATED
        ? StepOutcome.needsPerson("line-ended-elsewhere")
        : Backoff.notYet(intent, "bss", "the line is " + status);
  }
}
