package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.policy.Packs;
import io.onhook.shared.Answer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * No gate blocks. An application is refused otherwise; a declaration or a switch never is: a person
 * looks.
 */
@Component
final class CheckGates implements LocalStep<Cancellation> {
  private final Gates gates;
  private final Packs packs;

  CheckGates(Gates gates, Packs packs) {
    this.gates = gates;
    this.packs = packs;
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    if (gates.inOtherCurrency(state)) {
      return OtherCurrency.needsPerson();
    }
    return switch (gates.judge(state, context.now())) {
      case Answer.Got<Optional<List<GateFinding>>>(var findings) ->
          findings
              .map(found -> judged(state, found))
              .orElseGet(() -> StepOutcome.needsPerson("line-unknown"));
      case Answer.Failed<Optional<List<GateFinding>>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Silent<Optional<List<GateFinding>>>(var fault) -> Backoff.retry(context, fault);
    };
  }

  private StepOutcome<Cancellation> judged(Cancellation state, List<GateFinding> findings) {
    boolean isApplication = state.isApplication(state.terms().pack(packs));
    Optional<String> blocking =
        findings.stream()
            .filter(GateFinding::blocks)
            // What passes by itself holds up no declaration: it is waited for at the end date.
            .filter(it -> isApplication || !RecheckGates.PASSING.contains(it.gate()))
            .map(finding -> "gate." + finding.gate().key())
            .findFirst();
    if (blocking.isEmpty()) {
      return StepOutcome.done(state);
    }
    return isApplication
        ? StepOutcome.refused(blocking.get())
        : StepOutcome.needsPerson(blocking.get());
  }
}
