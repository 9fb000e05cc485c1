package io.onhook.bar;

import io.onhook.engine.Backoff;
import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.network.HomeRegister;
import io.onhook.network.Subscriber;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Calls, SMS and data are off from now on, until the bar is lifted. */
@Component
final class BarAtOnce implements RemoteStep<LineBar, NetworkTarget> {
  private final OwnSubscriber network;
  private final HomeRegister register;
  private final Holds holds;

  BarAtOnce(OwnSubscriber network, HomeRegister register, Holds holds) {
    this.network = network;
    this.register = register;
    this.holds = holds;
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
  public Optional<NetworkTarget> prepare(LineBar state) {
    return Optional.of(state.inNetwork());
  }

  @Override
  public StepOutcome<LineBar> call(LineBar state, Intent<NetworkTarget> intent) {
    return switch (network.look(intent.arguments())) {
      case OwnSubscriber.Found.Own own -> bar(state, intent);
      case OwnSubscriber.Found.Gone() -> StepOutcome.refused("unknown-to-network");
      case OwnSubscriber.Found.Foreign(var why) -> StepOutcome.refused(why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.retry(intent, fault);
    };
  }

  private StepOutcome<LineBar> bar(LineBar state, Intent<NetworkTarget> intent) {
    Optional<Instant> busy =
        holds.place(state.line(), state.holder(), Objects.requireNonNull(state.before()));
    if (busy.isPresent()) {
      return new StepOutcome.RetryAt<>(
          busy.get(), Fault.timeout("hlr", "services of this line are being given back"));
    }
    return switch (register.bar(intent.arguments().imsi())) {
      case Answer.Got<Subscriber>(var subscriber) -> seen(state, intent, subscriber);
      case Answer.Failed<Subscriber>(var fault) -> Backoff.failed(intent, fault);
      case Answer.Silent<Subscriber>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  @Override
  public StepOutcome<LineBar> ask(LineBar state, Intent<NetworkTarget> intent) {
    return switch (network.look(intent.arguments())) {
      case OwnSubscriber.Found.Own(var subscriber) -> seen(state, intent, subscriber);
      case OwnSubscriber.Found.Gone() -> StepOutcome.needsPerson("unknown-to-network");
      case OwnSubscriber.Found.Foreign(var why) -> StepOutcome.needsPerson(why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.ask(intent, fault);
    };
  }

  private static StepOutcome<LineBar> seen(
      LineBar state, Intent<NetworkTarget> intent, Subscriber subscriber) {
    return subscriber.barred()
        ? StepOutcome.done(state)
        : Backoff.notYet(intent, "hlr", "the line is not barred");
  }
}
