package io.onhook.cancellation;

import io.onhook.bar.Holds;
import io.onhook.bar.Holds.Release;
import io.onhook.bar.NetworkTarget;
import io.onhook.bar.OwnSubscriber;
import io.onhook.bar.Services;
import io.onhook.engine.Backoff;
import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.network.HomeRegister;
import io.onhook.network.Subscriber;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The line can do again what it could before the bar, and no more than that. One that is barred by
 * itself meanwhile, for a lost SIM, stays so.
 */
@Component
final class UnbarLine implements RemoteStep<Cancellation, UnbarLine.Target> {
  private final OwnSubscriber network;
  private final HomeRegister register;
  private final Holds holds;

  UnbarLine(OwnSubscriber network, HomeRegister register, Holds holds) {
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
  public Optional<Target> prepare(Cancellation state) {
    return Optional.ofNullable(state.progress().services())
        .map(services -> new Target(state.subject().inNetwork(), services));
  }

  @Override
  public StepOutcome<Cancellation> call(Cancellation state, Intent<Target> intent) {
    return switch (network.look(intent.arguments().subscriber())) {
      case OwnSubscriber.Found.Own own -> restore(state, intent);
      case OwnSubscriber.Found.Gone() -> StepOutcome.needsPerson("unknown-to-network");
      case OwnSubscriber.Found.Foreign(var why) -> StepOutcome.needsPerson(why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.retry(intent, fault);
    };
  }

  private StepOutcome<Cancellation> restore(Cancellation state, Intent<Target> intent) {
    Target target = intent.arguments();
    return switch (holds.release(
        state.subject().line(), state.holder(), target.services(), register.longest())) {
      case Release.KeptByAnother() -> StepOutcome.done(state);
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
  public StepOutcome<Cancellation> ask(Cancellation state, Intent<Target> intent) {
    return switch (network.look(intent.arguments().subscriber())) {
      case OwnSubscriber.Found.Own(var subscriber) -> seen(state, intent, subscriber);
      case OwnSubscriber.Found.Gone() -> StepOutcome.needsPerson("unknown-to-network");
      case OwnSubscriber.Found.Foreign(var why) -> StepOutcome.needsPerson(why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.ask(intent, fault);
    };
  }

  private StepOutcome<Cancellation> seen(
      Cancellation state, Intent<Target> intent, Subscriber subscriber) {
    Services back = holds.before(state.subject().line()).orElse(intent.arguments().services());
    if (!back.are(subscriber)) {
      return Backoff.notYet(intent, "hlr", "the line is not as it was");
    }
    holds.givenBack(state.subject().line(), state.holder());
    return StepOutcome.done(state);
  }
}
