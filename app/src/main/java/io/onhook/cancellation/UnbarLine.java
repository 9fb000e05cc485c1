package io.onhook.cancellation;

import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.network.HomeRegister;
import io.onhook.network.Subscriber;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The line can do again what it could before the bar, and no more than that. */
@Component
final class UnbarLine implements RemoteStep<Cancellation, UnbarLine.Target> {
  private final OwnSubscriber network;
  private final HomeRegister register;

  UnbarLine(OwnSubscriber network, HomeRegister register) {
    this.network = network;
    this.register = register;
  }

  /** Whom, and what it could do before. */
  record Target(NetworkTarget subscriber, Progress.Services services) {
    boolean reached(Subscriber now) {
      return now.circuitSwitched() == services.circuitSwitched()
          && now.packetSwitched() == services.packetSwitched();
    }
  }

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
        .map(services -> new Target(NetworkTarget.of(state), services));
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
    var answer =
        register.restore(
            target.subscriber().imsi(),
            target.services().circuitSwitched(),
            target.services().packetSwitched());
    return switch (answer) {
      case Answer.Got<Subscriber>(var subscriber) -> seen(state, intent, subscriber);
      case Answer.Failed<Subscriber>(var fault) -> Backoff.failed(intent, fault);
      case Answer.Silent<Subscriber>(var fault) -> Backoff.ask(intent, fault);
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

  private static StepOutcome<Cancellation> seen(
      Cancellation state, Intent<Target> intent, Subscriber subscriber) {
    return intent.arguments().reached(subscriber)
        ? StepOutcome.done(state)
        : Backoff.notYet(intent, "hlr", "the line is not as it was");
  }
}
