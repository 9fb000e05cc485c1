package io.onhook.cancellation;

import io.onhook.bar.GivingBack;
import io.onhook.bar.Hold;
import io.onhook.bar.Holds;
import io.onhook.bar.NetworkTarget;
import io.onhook.bar.OwnSubscriber;
import io.onhook.engine.StepOutcome;
import io.onhook.network.HomeRegister;
import org.springframework.stereotype.Component;

/**
 * The line can do again what it could before the bar. One that is barred by itself meanwhile, for a
 * lost SIM, stays so.
 */
@Component
final class UnbarLine extends GivingBack<Cancellation> {
  UnbarLine(OwnSubscriber network, HomeRegister register, Holds holds) {
    super(network, register, holds);
  }

  @Override
  protected NetworkTarget target(Cancellation state) {
    return state.subject().inNetwork();
  }

  @Override
  protected Hold hold(Cancellation state) {
    return state.hold();
  }

  @Override
  protected StepOutcome<Cancellation> notOwn(Cancellation state, String why) {
    return StepOutcome.needsPerson(why);
  }

  @Override
  protected Cancellation letGo(Cancellation state, boolean keptByAnother) {
    return state;
  }
}
