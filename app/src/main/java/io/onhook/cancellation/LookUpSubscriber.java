package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import org.springframework.stereotype.Component;

/**
 * Remembers what the network lets the line do, before the bar takes it away. The bar itself can't:
 * after a silence nobody could tell what was there before.
 */
@Component
final class LookUpSubscriber implements LocalStep<Cancellation> {
  private final OwnSubscriber network;

  LookUpSubscriber(OwnSubscriber network) {
    this.network = network;
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    return switch (network.look(NetworkTarget.of(state))) {
      case OwnSubscriber.Found.Own(var subscriber) ->
          StepOutcome.done(
              state.with(
                  state
                      .progress()
                      .withServices(
                          new Progress.Services(
                              subscriber.circuitSwitched(), subscriber.packetSwitched()))));
      case OwnSubscriber.Found.Gone() -> StepOutcome.needsPerson("unknown-to-network");
      case OwnSubscriber.Found.Foreign(var why) -> StepOutcome.needsPerson(why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.retry(context, fault);
    };
  }
}
