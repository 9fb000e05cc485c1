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
import java.util.Optional;

/**
 * A line can do again what it could before it was barred, and no more. One that another keeps
 * barred stays so. What it means that SIM and number don't belong together any more, each process
 * says itself.
 *
 * @param <C> the case's state
 */
public abstract class GivingBack<C> implements RemoteStep<C, GivingBack.Target> {
  private final OwnSubscriber network;
  private final HomeRegister register;
  private final Holds holds;

  protected GivingBack(OwnSubscriber network, HomeRegister register, Holds holds) {
    this.network = network;
    this.register = register;
    this.holds = holds;
  }

  /** Whom, and what it could do before. */
  public record Target(NetworkTarget subscriber, Services services) {}

  /** Whom the case means in the network. */
  protected abstract NetworkTarget target(C state);

  /** What the case needs of the line no longer. */
  protected abstract Hold hold(C state);

  /** What is to be done where the SIM is not the line's. */
  protected abstract StepOutcome<C> notOwn(C state, String why);

  /**
   * The case as it goes on.
   *
   * @param keptByAnother whether the line stays barred for another
   */
  protected abstract C letGo(C state, boolean keptByAnother);

  @Override
  public final String partner() {
    return "hlr";
  }

  @Override
  public final Duration timeout() {
    return network.longest().plus(register.longest());
  }

  @Override
  public final Optional<Target> prepare(C state) {
    return Optional.ofNullable(hold(state).before())
        .map(services -> new Target(target(state), services));
  }

  @Override
  public final StepOutcome<C> call(C state, Intent<Target> intent) {
    return switch (network.look(intent.arguments().subscriber())) {
      case OwnSubscriber.Found.Own own -> release(state, intent);
      case OwnSubscriber.Found.Gone() -> notOwn(state, OwnSubscriber.UNKNOWN);
      case OwnSubscriber.Found.Foreign(var why) -> notOwn(state, why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.retry(intent, fault);
    };
  }

  private StepOutcome<C> release(C state, Intent<Target> intent) {
    Target target = intent.arguments();
    Hold hold = hold(state);
    return switch (holds.release(
        hold.line(), hold.holder(), target.services(), register.longest())) {
      case Release.KeptByAnother() -> StepOutcome.done(letGo(state, true));
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
  public final StepOutcome<C> ask(C state, Intent<Target> intent) {
    return switch (network.look(intent.arguments().subscriber())) {
      case OwnSubscriber.Found.Own(var subscriber) -> seen(state, intent, subscriber);
      case OwnSubscriber.Found.Gone() -> notOwn(state, OwnSubscriber.UNKNOWN);
      case OwnSubscriber.Found.Foreign(var why) -> notOwn(state, why);
      case OwnSubscriber.Found.Unavailable(var fault) -> Backoff.ask(intent, fault);
    };
  }

  /** What was remembered first counts: another may have seen it before this case did. */
  private StepOutcome<C> seen(C state, Intent<Target> intent, Subscriber subscriber) {
    Hold hold = hold(state);
    Services back = holds.before(hold.line()).orElse(intent.arguments().services());
    if (!back.are(subscriber)) {
      return Backoff.notYet(intent, "hlr", "the line is not as it was");
    }
    holds.givenBack(hold.line(), hold.holder());
    return StepOutcome.done(letGo(state, false));
  }
}
