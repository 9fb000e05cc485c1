package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.Decision;
import io.onhook.engine.Signal;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A reviewer approves an application or not. A declaration or a switch needs no approval. */
@Component
final class Review implements Decision<Cancellation> {
  static final String STEP = "review";

  /** How a case ends that was not approved. */
  static final String NOT_APPROVED = "not-approved";

  private final Gates gates;
  private final Packs packs;
  private final CopyRetention copies;

  Review(Gates gates, Packs packs, CopyRetention copies) {
    this.gates = gates;
    this.packs = packs;
    this.copies = copies;
  }

  @Override
  public StepOutcome<Cancellation> open(Cancellation state, StepContext context) {
    Pack pack = state.terms().pack(packs);
    if (!state.isApplication(pack)) {
      return decided(state, context);
    }
    // Papers of who acts for somebody else are compared by a person, whatever else is clean.
    boolean may = pack.request().review().autoPass() && state.applicant().onBehalf() == null;
    return may ? unlessClean(state, context) : toReview();
  }

  private StepOutcome<Cancellation> unlessClean(Cancellation state, StepContext context) {
    return switch (gates.judge(state, context.now())) {
      case Answer.Got<Optional<List<GateFinding>>>(var findings) ->
          findings.filter(List::isEmpty).isPresent() ? decided(state, context) : toReview();
      case Answer.Failed<Optional<List<GateFinding>>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Silent<Optional<List<GateFinding>>>(var fault) -> Backoff.retry(context, fault);
    };
  }

  private static StepOutcome<Cancellation> toReview() {
    return StepOutcome.needsPerson("application-to-decide");
  }

  @Override
  public StepOutcome<Cancellation> decide(
      Cancellation state, Signal decision, StepContext context) {
    Said said = Said.of(decision.payload());
    if (said.approved()) {
      return decided(state, context);
    }
    // A person's reasons stand with the verdict; the system's own is the code.
    return StepOutcome.refused(
        decision.actor().kind() == Actor.Kind.SYSTEM ? said.reasons().getFirst() : NOT_APPROVED);
  }

  /** What was shown for it has served. */
  private StepOutcome<Cancellation> decided(Cancellation state, StepContext context) {
    return new StepOutcome.Done<>(state, copies.decided(state, context.now()).toList());
  }
}
