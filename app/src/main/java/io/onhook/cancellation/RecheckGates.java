package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.policy.Gate;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The end date has come; much can have happened since the request. An owner's objection is waited
 * out: two people settle it, or the case is taken back. What passes by itself is waited for too, a
 * line that was ended meanwhile needs no ending, and for the rest a person looks.
 */
@Component
final class RecheckGates implements LocalStep<Cancellation> {
  /** These open without anybody doing anything for this case. */
  static final Set<Gate> PASSING =
      Set.of(Gate.PORT_OUT_OPEN, Gate.PAYMENT_IN_FLIGHT, Gate.SIM_SWAPPED_RECENTLY);

  private static final Duration SOONEST = Duration.ofHours(1);

  private final Gates gates;

  RecheckGates(Gates gates) {
    this.gates = gates;
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    Optional<String> settled = unsettled(state, context);
    if (settled.isPresent()) {
      return StepOutcome.waitFor(settled.get());
    }
    if (gates.inOtherCurrency(state)) {
      return OtherCurrency.needsPerson();
    }
    return switch (gates.judge(state, context.now())) {
      case Answer.Got<Optional<List<GateFinding>>>(var findings) ->
          findings
              .map(found -> judged(state, found, context))
              .orElseGet(() -> StepOutcome.needsPerson("line-unknown"));
      case Answer.Failed<Optional<List<GateFinding>>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Silent<Optional<List<GateFinding>>>(var fault) -> Backoff.retry(context, fault);
    };
  }

  /** The news that must come before the case may go on. */
  private static Optional<String> unsettled(Cancellation state, StepContext context) {
    return IntStream.rangeClosed(1, state.applicant().known().size())
        .filter(contact -> context.signal(Objection.signal(contact)).isPresent())
        .mapToObj(Objection::settled)
        .filter(news -> context.signal(news).isEmpty())
        .findFirst();
  }

  private static StepOutcome<Cancellation> judged(
      Cancellation state, List<GateFinding> findings, StepContext context) {
    List<GateFinding> blocking = findings.stream().filter(GateFinding::blocks).toList();
    if (blocking.stream().anyMatch(finding -> finding.gate() == Gate.ALREADY_ENDED)) {
      return StepOutcome.refused("gate." + Gate.ALREADY_ENDED.key());
    }
    // Dues that only now exist are collected after the final bill, where the pack says so.
    Optional<GateFinding> first =
        blocking.stream()
            .filter(finding -> finding.gate() != Gate.ARREARS || !state.terms().duesBlock())
            .findFirst();
    if (first.isEmpty()) {
      return StepOutcome.done(state.with(state.progress().withFees(Assessment.fees(findings))));
    }
    String why = "gate." + first.get().gate().key();
    return blocking.stream().map(GateFinding::gate).allMatch(PASSING::contains)
        ? new StepOutcome.WaitUntil<>(nextLook(state, blocking, context.now()), why)
        : StepOutcome.needsPerson(why);
  }

  /** Ever more rarely from the end date on, and when the next of them opens by the calendar. */
  private static Instant nextLook(Cancellation state, List<GateFinding> blocking, Instant now) {
    Instant opens =
        blocking.stream()
            .map(GateFinding::freeAt)
            .filter(Objects::nonNull)
            .filter(at -> at.isAfter(now))
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    return NextLook.at(SOONEST, state.endsAt(), now, opens);
  }
}
