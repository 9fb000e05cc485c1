package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.line.Line;
import io.onhook.line.Lines;
import io.onhook.number.NoteActive;
import io.onhook.number.NumberState;
import io.onhook.number.Numbers;
import io.onhook.shared.Answer;
import io.onhook.shared.Msisdn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The line is still the applicant's, with the same number and SIM. Where it is not, a person looks:
 * nothing may be done to whoever has the number now.
 */
@Component
final class ConfirmHolder implements LocalStep<Cancellation> {
  private final Lines lines;
  private final Numbers numbers;
  private final CaseSecrets secrets;

  ConfirmHolder(Lines lines, Numbers numbers, CaseSecrets secrets) {
    this.lines = lines;
    this.numbers = numbers;
    this.secrets = secrets;
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    return switch (lines.byId(state.subject().line())) {
      case Answer.Got<Optional<Line>>(Optional<Line> line) -> confirm(state, line, context);
      case Answer.Failed<Optional<Line>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Silent<Optional<Line>>(var fault) -> Backoff.retry(context, fault);
    };
  }

  private StepOutcome<Cancellation> confirm(
      Cancellation state, Optional<Line> found, StepContext context) {
    if (found.isEmpty()) {
      return StepOutcome.needsPerson("line-unknown");
    }
    Line line = found.get();
    Subject subject = state.subject();
    Msisdn number = secrets.number(subject.number());
    if (!line.holder().partyId().equals(subject.partyId())) {
      return StepOutcome.needsPerson("holder-changed");
    }
    if (!line.msisdn().equals(number) || !line.imsi().equals(subject.imsi())) {
      return StepOutcome.needsPerson("number-or-sim-changed");
    }
    boolean rests =
        numbers.find(number).filter(it -> it.state() == NumberState.QUARANTINE).isPresent();
    if (rests) {
      return StepOutcome.needsPerson("number-in-quarantine");
    }
    return StepOutcome.done(state, new NoteActive(number, subject.portedIn(), context.now()));
  }
}
