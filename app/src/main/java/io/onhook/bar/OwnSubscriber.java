package io.onhook.bar;

import io.onhook.network.HomeRegister;
import io.onhook.network.Subscriber;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import io.onhook.shared.Msisdn;
import io.onhook.vault.Vault;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks before anything is touched: is the subscriber in the home register still the one that the
 * case is about? Numbers and SIMs change hands.
 */
@Component
public final class OwnSubscriber {
  static final String UNKNOWN = "unknown-to-network";
  static final String ANOTHER_SIM = "number-has-another-sim";

  private final HomeRegister register;
  private final Vault vault;

  OwnSubscriber(HomeRegister register, Vault vault) {
    this.register = register;
    this.vault = vault;
  }

  /** What the home register says. */
  public sealed interface Found {
    /** SIM and number belong together, as in the case. */
    record Own(Subscriber subscriber) implements Found {}

    /** Neither SIM nor number is known. */
    record Gone() implements Found {}

    /** They don't belong together: never touch it. */
    record Foreign(String why) implements Found {}

    record Unavailable(Fault fault) implements Found {}
  }

  /** The longest that a look takes: it may ask twice. */
  public Duration longest() {
    return register.longest().multipliedBy(2);
  }

  public Found look(NetworkTarget target) {
    return switch (register.byImsi(target.imsi())) {
      case Answer.Got<Optional<Subscriber>>(var found) -> compare(target, found);
      case Answer.Failed<Optional<Subscriber>>(var fault) -> new Found.Unavailable(fault);
      case Answer.Silent<Optional<Subscriber>>(var fault) -> new Found.Unavailable(fault);
    };
  }

  private Found compare(NetworkTarget target, Optional<Subscriber> found) {
    Msisdn number = number(target);
    if (found.isPresent()) {
      return number.digits().equals(found.get().msisdn())
          ? new Found.Own(found.get())
          : new Found.Foreign("sim-has-another-number");
    }
    return switch (register.byMsisdn(number)) {
      case Answer.Got<Optional<Subscriber>>(var other) ->
          other.isEmpty() ? new Found.Gone() : new Found.Foreign(ANOTHER_SIM);
      case Answer.Failed<Optional<Subscriber>>(var fault) -> new Found.Unavailable(fault);
      case Answer.Silent<Optional<Subscriber>>(var fault) -> new Found.Unavailable(fault);
    };
  }

  /** What a running case still needs is never erased: a lost key is a bug. */
  private Msisdn number(NetworkTarget target) {
    return vault
        .open(target.number())
        .map(Msisdn::of)
        .orElseThrow(() -> new IllegalStateException(target.number() + " is erased, but needed"));
  }
}
