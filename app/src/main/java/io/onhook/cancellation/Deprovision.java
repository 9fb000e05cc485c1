package io.onhook.cancellation;

import io.onhook.bar.NetworkTarget;
import io.onhook.bar.OwnSubscriber;
import io.onhook.engine.Backoff;
import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.network.HomeRegister;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The network forgets the line. For good: from here the case only goes forward. */
@Component
final class Deprovision implements RemoteStep<Cancellation, NetworkTarget> {
  private final OwnSubscriber network;
  private final HomeRegister register;

  Deprovision(OwnSubscriber network, HomeRegister register) {
    this.network = network;
    this.register = register;
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
  public Optional<NetworkTarget> prepare(Cancellation state) {
    return Optional.of(state.subject().inNetwork());
  }

  @Override
  public StepOutcome<Cancellation> call(Cancellation state, Intent<NetworkTarget> intent) {
    return switch (network.look(intent.arguments())) {
      case OwnSubscriber.Found.Own(var subscriber) ->
          subscriber.barred()
              ? delete(state, intent)
              : StepOutcome.needsPerson("bar-lifted-by-somebody");
      case OwnSubscriber.Found.Gone() -> StepOutcome.needsPerson("unknown-to-network");
      case OwnSubscriber.Found.Foreign(var why) -> StepOutcome.needsPerson(why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.retry(intent, fault);
    };
  }

  private StepOutcome<Cancellation> delete(Cancellation state, Intent<NetworkTarget> intent) {
    return switch (register.delete(intent.arguments().imsi())) {
      case Answer.Got<Boolean> got -> ask(state, intent);
      case Answer.Failed<Boolean>(var fault) -> Backoff.failed(intent, fault);
      case Answer.Silent<Boolean>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  /** Gone means done: before the call it was certain that it was there. */
  @Override
  public StepOutcome<Cancellation> ask(Cancellation state, Intent<NetworkTarget> intent) {
    return switch (network.look(intent.arguments())) {
      case OwnSubscriber.Found.Own own ->
          Backoff.notYet(intent, "hlr", "the subscriber is still there");
      case OwnSubscriber.Found.Gone() ->
          StepOutcome.done(state.with(state.progress().withEndedAt(intent.now())));
      case OwnSubscriber.Found.Foreign(var why) -> StepOutcome.needsPerson(why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.ask(intent, fault);
    };
  }
}
