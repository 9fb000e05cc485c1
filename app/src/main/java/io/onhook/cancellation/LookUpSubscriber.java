package io.onhook.cancellation;

import io.onhook.bar.Holds;
import io.onhook.bar.OwnSubscriber;
import io.onhook.bar.Services;
import io.onhook.engine.Backoff;
import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import org.springframework.stereotype.Component;

/**
 * Remembers what the network lets the line do, before the bar takes it away. The bar itself can't:
 * after a silence nobody could tell what was there before. Of a line that is barred by itself, for
 * a lost SIM, what it could do before that counts.
 */
@Component
final class LookUpSubscriber implements LocalStep<Cancellation> {
  private final OwnSubscriber network;
  private final Holds holds;

  LookUpSubscriber(OwnSubscriber network, Holds holds) {
    this.network = network;
    this.holds = holds;
  }

  @Override
  public StepOutcome<Cancellation> run(Cancellation state, StepContext context) {
    return switch (network.look(state.subject().inNetwork())) {
      case OwnSubscriber.Found.Own(var subscriber) ->
          StepOutcome.done(
              state.with(
                  state
                      .progress()
                      .withServices(
                          holds
                              .before(state.subject().line())
                              .orElseGet(
                                  () ->
                                      new Services(
                                          subscriber.circuitSwitched(),
                                          subscriber.packetSwitched())))));
      case OwnSubscriber.Found.Gone() -> StepOutcome.needsPerson("unknown-to-network");
      case OwnSubscriber.Found.Foreign(var why) -> StepOutcome.needsPerson(why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.retry(context, fault);
    };
  }
}
