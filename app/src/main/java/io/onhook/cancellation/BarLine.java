package io.onhook.cancellation;

import io.onhook.bar.Barring;
import io.onhook.bar.Hold;
import io.onhook.bar.Holds;
import io.onhook.bar.NetworkTarget;
import io.onhook.bar.OwnSubscriber;
import io.onhook.engine.StepOutcome;
import io.onhook.network.HomeRegister;
import org.springframework.stereotype.Component;

/** Calls, SMS and data are off from now on. It can still be taken back. */
@Component
final class BarLine extends Barring<Cancellation> {
  BarLine(OwnSubscriber network, HomeRegister register, Holds holds) {
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
  protected StepOutcome<Cancellation> notOwn(String why) {
    return StepOutcome.needsPerson(why);
  }
}
