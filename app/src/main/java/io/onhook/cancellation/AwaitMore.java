package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.LocalWrite;
import io.onhook.engine.Signal;
import io.onhook.engine.SignalCase;
import io.onhook.engine.StartCase;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.RequestRule;
import io.onhook.shared.Actor;
import io.onhook.worklist.BackToStaff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The holder has the word until a day. An answer brings the case back to its review; without one
 * the pack says what happens. A case that left its review meanwhile takes no notice of either.
 */
@Component
final class AwaitMore implements LocalStep<MoreNeeded> {
  static final String STEP = "await-more";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Packs packs;

  AwaitMore(Packs packs) {
    this.packs = packs;
  }

  /** The holder's answer as news for this step. */
  static Signal signal(MoreNeeded.Answer answer, Actor holder) {
    return new Signal(STEP, STEP, holder, JSON.writeValueAsString(answer));
  }

  @Override
  public StepOutcome<MoreNeeded> run(MoreNeeded state, StepContext context) {
    return context
        .signal(STEP)
        .map(said -> JSON.readValue(said.payload(), MoreNeeded.Answer.class))
        .map(answer -> answered(state, answer))
        .orElseGet(() -> silent(state, context.now()));
  }

  private StepOutcome<MoreNeeded> answered(MoreNeeded state, MoreNeeded.Answer answer) {
    return new StepOutcome.Done<>(state.answered(answer), back(state, answer.at()));
  }

  private StepOutcome<MoreNeeded> silent(MoreNeeded state, Instant now) {
    if (now.isBefore(state.until())) {
      return new StepOutcome.WaitFor<>(STEP, state.until());
    }
    return switch (state.pack(packs).request().review().more().silence()) {
      case BACK_TO_REVIEW -> new StepOutcome.Done<>(state, back(state, state.until()));
      case NOT_APPROVED -> StepOutcome.done(state, notApproved(state));
    };
  }

  private static SignalCase notApproved(MoreNeeded state) {
    var reasons = List.of(ReviewDecision.Reason.MORE_NOT_GIVEN.key());
    return new SignalCase(
        state.cancellation(),
        new Signal(
            Review.STEP,
            "more-not-given-" + state.round(),
            Actor.SYSTEM,
            new Said(false, reasons).payload()));
  }

  private List<LocalWrite> back(MoreNeeded state, Instant at) {
    Pack pack = state.pack(packs);
    Instant decideBy = decideBy(state, pack, at);
    var writes = new ArrayList<LocalWrite>();
    writes.add(new BackToStaff(state.cancellation(), Review.STEP, decideBy));
    if (pack.request().review().overdue() == RequestRule.Overdue.APPROVE) {
      // The clock that was set before took no notice while the holder had the word, or will not.
      writes.add(
          new StartCase<>(
              ReviewClock.REVIEW_CLOCK,
              MoreNeeded.key(state.reference(), state.round()),
              new ReviewClock(state.cancellation(), decideBy)));
    }
    return writes;
  }

  /** Until when the case is to be decided if the holder has the word until then. */
  static Instant decideBy(MoreNeeded state, Pack pack, Instant until) {
    RequestRule.Review rule = pack.request().review();
    return switch (rule.more().clock()) {
      case PAUSES ->
          pack.days().paused(state.decideBy(), rule.deadline().unit(), state.askedAt(), until);
      case RUNS -> state.decideBy();
    };
  }
}
