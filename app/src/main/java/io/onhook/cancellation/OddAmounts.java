package io.onhook.cancellation;

import io.onhook.engine.Cases;
import io.onhook.line.LineId;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.Fault;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Whoever comes upon an amount that can't be reckoned with, by whatever door: a person is told. */
@Component
final class OddAmounts {
  private final Cases cases;
  private final Packs packs;
  private final Clock clock;

  OddAmounts(Cases cases, Packs packs, Clock clock) {
    this.cases = cases;
    this.packs = packs;
    this.clock = clock;
  }

  /** Once a day for a line, however often. */
  void tell(LineId line, Fault fault, Actor actor) {
    if (fault.isOtherCurrency()) {
      Instant now = clock.instant();
      cases.start(
          OddAmount.ODD_AMOUNT,
          OddAmount.key(line, packs.current().days().dateOf(now)),
          new OddAmount(line, now),
          actor);
    }
  }
}
