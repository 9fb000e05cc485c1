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
import java.util.Optional;

/**
 * Calls, SMS and data of a line are off from now on, for as long as anybody needs it. What it means
 * that SIM and number don't belong together any more, each process says itself.
 *
 * @param <C> the case's state
 */
public abstract class Barring<C> implements RemoteStep<C, NetworkTarget> {
  private final OwnSubscriber network;
  private final HomeRegister register;
  private final Holds holds;

  protected Barring(OwnSubscriber network, HomeRegister register, Holds holds) {
    this.network = network;
    this.register = register;
    this.holds = holds;
  }

  /** Whom the case means in the network. */
  protected abstract NetworkTarget target(C state);

  /** What the case needs of the line. */
  protected abstract Hold hold(C state);

  /** What is to be done where the SIM is not the line's, before anything was touched. */
  protected abstract StepOutcome<C> notOwn(String why);

  @Override
  public final String partner() {
    return "hlr";
  }

  @Override
  public final Duration timeout() {
    return network.longest().plus(register.longest());
  }

  @Override
  public final Optional<NetworkTarget> prepare(C state) {
    return Optional.of(target(state));
  }

  @Override
  public final StepOutcome<C> call(C state, Intent<NetworkTarget> intent) {
    return switch (network.look(intent.arguments())) {
      case OwnSubscriber.Found.Own own -> bar(state, intent);
      case OwnSubscriber.Found.Gone() -> notOwn(OwnSubscriber.UNKNOWN);
      case OwnSubscriber.Found.Foreign(var why) -> notOwn(why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.retry(intent, fault);
    };
  }

  private StepOutcome<C> bar(C state, Intent<NetworkTarget> intent) {
    Hold hold = hold(state);
    Services before = hold.before();
    Optional<Instant> busy =
        before == null ? Optional.empty() : holds.place(hold.line(), hold.holder(), before);
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
  public final StepOutcome<C> ask(C state, Intent<NetworkTarget> intent) {
    return switch (network.look(intent.arguments())) {
      case OwnSubscriber.Found.Own(var subscriber) -> seen(state, intent, subscriber);
      case OwnSubscriber.Found.Gone() -> StepOutcome.needsPerson(OwnSubscriber.UNKNOWN);
      case OwnSubscriber.Found.Foreign(var why) -> StepOutcome.needsPerson(why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.ask(intent, fault);
    };
  }

  private StepOutcome<C> seen(C state, Intent<NetworkTarget> intent, Subscriber subscriber) {
    return subscriber.barred()
        ? StepOutcome.done(state)
        : Backoff.notYet(intent, "hlr", "the line is not barred");
  }
}
