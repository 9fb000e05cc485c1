package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.line.Attachments;
import io.onhook.line.LineId;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The inventory parts the product from the line, so that it goes on without it. */
@Component
final class Detach implements RemoteStep<Parting, Detach.Target> {
  private final Attachments attachments;

  Detach(Attachments attachments) {
    this.attachments = attachments;
  }

  /** Which product, and the line that it hangs on. */
  record Target(LineId main, LineId product) {}

  @Override
  public String partner() {
    return "bss";
  }

  @Override
  public Duration timeout() {
    return attachments.longest();
  }

  @Override
  public Optional<Target> prepare(Parting state) {
    return !state.off() ? Optional.of(new Target(state.line(), state.product())) : Optional.empty();
  }

  @Override
  public StepOutcome<Parting> call(Parting state, Intent<Target> intent) {
    return switch (attachments.detach(
        intent.arguments().main(), intent.arguments().product(), intent.effectKey())) {
      case Answer.Got<Boolean> done -> StepOutcome.done(state);
      case Answer.Failed<Boolean>(var fault) -> Backoff.failed(intent, fault);
      case Answer.Silent<Boolean>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  @Override
  public StepOutcome<Parting> ask(Parting state, Intent<Target> intent) {
    return switch (attachments.hangs(intent.arguments().main(), intent.arguments().product())) {
      case Answer.Got<Boolean>(Boolean seen) ->
          seen ? Backoff.notYet(intent, "bss", "not parted") : StepOutcome.done(state);
      case Answer.Failed<Boolean>(var fault) -> Backoff.ask(intent, fault);
      case Answer.Silent<Boolean>(var fault) -> Backoff.ask(intent, fault);
    };
  }
}
