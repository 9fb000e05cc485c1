package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StartCase;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.number.BeginQuarantine;
import io.onhook.number.NotePortedOut;
import io.onhook.number.NumberRest;
import io.onhook.number.NumberState;
import io.onhook.number.Numbers;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.shared.Msisdn;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The number rests, so that nobody else gets the holder's calls and codes. */
@Component
final class QuarantineNumber implements LocalStep<Cancellation> {
  private final Numbers numbers;
  private final CaseSecrets secrets;
  private final Packs packs;

  QuarantineNumber(Numbers numbers, CaseSecrets secrets, Packs packs) {
    this.numbers = numbers;
    this.secrets = secrets;
    this.packs = packs;
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    Msisdn number = secrets.number(state.subject().number());
    // A person may have said that the line is gone, where the network could not be asked.
    Instant endedAt = Objects.requireNonNullElse(state.progress().endedAt(), context.now());
    Cancellation ended = state.with(state.progress().withEndedAt(endedAt));
    NumberState now = numbers.find(number).map(it -> it.state()).orElse(NumberState.FREE);
    return switch (now) {
      case ACTIVE ->
          // The holder took it along, by a code.
          state.applicant().way().equals(SwitchCodes.WITH_NUMBER)
              ? StepOutcome.done(ended, new NotePortedOut(number, endedAt))
              : rest(ended, number, endedAt);
      case PORTED_OUT -> StepOutcome.done(ended);
      case QUARANTINE, FREE, RETURNED -> StepOutcome.needsPerson("number-not-active");
    };
  }

  private StepOutcome<Cancellation> rest(Cancellation ended, Msisdn number, Instant from) {
    Pack pack = ended.terms().pack(packs);
    Instant until = pack.days().after(from, pack.number().quarantine());
    Instant portUntil = pack.days().after(from, pack.number().portOutWindow());
    return StepOutcome.done(
        ended,
        new BeginQuarantine(number, ended.reference(), from, until, portUntil),
        new StartCase<>(
            NumberRest.NUMBER_REST,
            ended.reference().text(),
            new NumberRest(ended.reference(), until)));
  }
}
