package io.onhook.bar;

import io.onhook.engine.StepOutcome;
import io.onhook.network.HomeRegister;
import org.springframework.stereotype.Component;

/** The bar is lifted. A line that has ended meanwhile needs nothing back. */
@Component
final class RestoreServices extends GivingBack<LineBar> {
  RestoreServices(OwnSubscriber network, HomeRegister register, Holds holds) {
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

  /** The line is gone, or its holder has a new SIM: to the lost one nothing is given back. */
  @Override
  protected StepOutcome<LineBar> notOwn(LineBar state, String why) {
    return why.equals(OwnSubscriber.UNKNOWN) || why.equals(OwnSubscriber.ANOTHER_SIM)
        ? StepOutcome.done(state.lifted(true))
        : StepOutcome.needsPerson(why);
  }

  @Override
  protected LineBar letGo(LineBar state, boolean keptByAnother) {
    return state.lifted(keptByAnother);
  }
}
