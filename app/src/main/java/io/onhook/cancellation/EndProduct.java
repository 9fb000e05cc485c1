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

/** A product that ends too and is no line, for example broadband, is ended in the inventory. */
@Component
final class EndProduct implements RemoteStep<Parting, EndProduct.Target> {
  private final Attachments attachments;

  EndProduct(Attachments attachments) {
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
    return state.ends() && !state.isLine()
        ? Optional.of(new Target(state.line(), state.product()))
        : Optional.empty();
  }

  @Override
  public StepOutcome<Parting> call(Parting state, Intent<Target> intent) {
    return switch (attachments.end(intent.arguments().product(), intent.effectKey())) {
      case Answer.Got<Boolean> done -> StepOutcome.done(state);
      case Answer.Failed<Boolean>(var fault) -> Backoff.failed(intent, fault);
      case Answer.Silent<Boolean>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  @Override
  public StepOutcome<Parting> ask(Parting state, Intent<Target> intent) {
    return switch (attachments.hasEnded(intent.arguments().product())) {
      case Answer.Got<Boolean>(Boolean seen) ->
          seen ? StepOutcome.done(state) : Backoff.notYet(intent, "bss", "not ended");
      case Answer.Failed<Boolean>(var fault) -> Backoff.ask(intent, fault);
      case Answer.Silent<Boolean>(var fault) -> Backoff.ask(intent, fault);
    };
  }
}
