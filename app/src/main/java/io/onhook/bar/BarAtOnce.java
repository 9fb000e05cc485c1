package io.onhook.bar;

import io.onhook.engine.StepOutcome;
import io.onhook.network.HomeRegister;
import org.springframework.stereotype.Component;

/** Calls, SMS and data are off from now on, until the bar is lifted. */
@Component
final class BarAtOnce extends Barring<LineBar> {
  BarAtOnce(OwnSubscriber network, HomeRegister register, Holds holds) {
    super(network, register, holds);
  }

  @Override
  protected NetworkTarget target(LineBar state) {
    return state.inNetwork();
  }

  @Override
  protected Hold hold(LineBar state) {
    return state.hold();
  }

  @Override
  protected StepOutcome<LineBar> notOwn(String why) {
    return StepOutcome.refused(why);
  }
}
