package io.onhook.bar;

import io.onhook.engine.Backoff;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import org.springframework.stereotype.Component;

/**
 * Remembers what the line can do, before the bar takes it away. A line that another keeps barred
 * could do what that one saw.
 */
@Component
final class RememberServices implements LocalStep<LineBar> {
  private final OwnSubscriber network;
  private final Holds holds;

  RememberServices(OwnSubscriber network, Holds holds) {
    this.network = network;
    this.holds = holds;
  }

  @Override
  public StepOutcome<LineBar> run(LineBar state, StepContext context) {
    return switch (network.look(state.inNetwork())) {
      case OwnSubscriber.Found.Own(var subscriber) ->
          StepOutcome.done(
              state.with(holds.before(state.line()).orElseGet(() -> Services.of(subscriber))));
      case OwnSubscriber.Found.Gone() -> StepOutcome.refused("unknown-to-network");
      case OwnSubscriber.Found.Foreign(var why) -> StepOutcome.refused(why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.retry(context, fault);
    };
  }
}
