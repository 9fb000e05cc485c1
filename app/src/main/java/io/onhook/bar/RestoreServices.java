package io.onhook.bar;

import io.onhook.bar.Holds.Release;
import io.onhook.engine.Backoff;
import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.network.HomeRegister;
import io.onhook.network.Subscriber;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The line can do again what it could before the bar, and no more. A line that another keeps barred
 * stays so, and one that has ended meanwhile needs nothing back.
 */
@Component
final class RestoreServices implements RemoteStep<LineBar, RestoreServices.Target> {
  private final OwnSubscriber network;
  private final HomeRegister register;
  private final Holds holds;

  RestoreServices(OwnSubscriber network, HomeRegister register, Holds holds) {
    this.network = network;
    this.register = register;
    this.holds = holds;
  }

  /** Whom, and what it could do before. */
  record Target(NetworkTarget subscriber, Services services) {}

  @Override
  public String partner() {
    return "hlr";
  }

  @Override
  public Duration timeout() {
    return network.longest().plus(register.longest());
  }

  @Override
  public Optional<Target> prepare(LineBar state) {
    return Optional.of(
        new Target(state.inNetwork(), Objects.requireNonNull(state.before(), "never barred")));
  }

  @Override
  public StepOutcome<LineBar> call(LineBar state, Intent<Target> intent) {
    return switch (network.look(intent.arguments().subscriber())) {
      case OwnSubscriber.Found.Own own -> release(state, intent);
      case OwnSubscriber.Found.Gone() -> StepOutcome.done(state.lifted(true));
      case OwnSubscriber.Found.Foreign(var why) -> foreign(state, why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.retry(intent, fault);
    };
  }

  private StepOutcome<LineBar> release(LineBar state, Intent<Target> intent) {
    Target target = intent.arguments();
    return switch (holds.release(
        state.line(), state.holder(), target.services(), register.longest())) {
      case Release.KeptByAnother() -> StepOutcome.done(state.lifted(true));
      case Release.GiveBack(var services) ->
          switch (register.restore(
              target.subscriber().imsi(), services.circuitSwitched(), services.packetSwitched())) {
            case Answer.Got<Subscriber>(var subscriber) -> seen(state, intent, subscriber);
            case Answer.Failed<Subscriber>(var fault) -> Backoff.failed(intent, fault);
            case Answer.Silent<Subscriber>(var fault) -> Backoff.ask(intent, fault);
          };
    };
  }

  @Override
  public StepOutcome<LineBar> ask(LineBar state, Intent<Target> intent) {
    return switch (network.look(intent.arguments().subscriber())) {
      case OwnSubscriber.Found.Own(var subscriber) -> seen(state, intent, subscriber);
      case OwnSubscriber.Found.Gone() -> StepOutcome.done(state.lifted(true));
      case OwnSubscriber.Found.Foreign(var why) -> foreign(state, why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.ask(intent, fault);
    };
  }

  /** The holder has a new SIM: to the lost one nothing is given back. */
  private static StepOutcome<LineBar> foreign(LineBar state, String why) {
    return why.equals(OwnSubscriber.ANOTHER_SIM)
        ? StepOutcome.done(state.lifted(true))
        : StepOutcome.needsPerson(why);
  }

  /** What was remembered first counts: another may have seen it before this bar did. */
  private StepOutcome<LineBar> seen(LineBar state, Intent<Target> intent, Subscriber subscriber) {
    Services back = holds.before(state.line()).orElse(intent.arguments().services());
    if (!back.are(subscriber)) {
      return Backoff.notYet(intent, "hlr", "the line is not as it was");
    }
    holds.givenBack(state.line(), state.holder());
    return StepOutcome.done(state.lifted(false));
  }
}
