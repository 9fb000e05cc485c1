package io.onhook.cancellation;

import io.onhook.engine.Cases;
import io.onhook.engine.Ending;
import io.onhook.engine.Signal;
import io.onhook.engine.SignalAnswer;
import io.onhook.shared.Actor;

/** Takes cancellations back. */
final class Retracting {
  private final CancellationStore store;
  private final Cases cases;

  Retracting(CancellationStore store, Cases cases) {
    this.store = store;
    this.cases = cases;
  }

  /** Takes it back; lines that were to end only with this one stay with it. */
  RetractAnswer all(CancellationStore.Row row, Actor actor) {
    RetractAnswer answer = one(row, actor);
    if (answer instanceof RetractAnswer.Retracted) {
      family(row).dependants().stream()
          .filter(Dependant::hasOwnCase)
          .flatMap(it -> store.open(it.id()).flatMap(store::find).stream())
          .filter(child -> row.reference().equals(family(child).main()))
          .forEach(child -> one(child, actor));
    }
    return answer;
  }

  private Family family(CancellationStore.Row row) {
    return cases
        .find(row.caseId())
        .map(it -> it.state(Cancellation.class).family())
        .orElse(Family.NONE);
  }

  private RetractAnswer one(CancellationStore.Row row, Actor actor) {
    var retraction = new Signal(Signal.RETRACTION, Signal.RETRACTION, actor, "{}");
    return switch (cases.signal(row.caseId(), retraction)) {
      case SignalAnswer.Accepted() -> new RetractAnswer.Retracted();
      case SignalAnswer.Repeated() -> new RetractAnswer.AlreadyRetracted();
      case SignalAnswer.TooLate(String step) -> new RetractAnswer.TooLate();
      case SignalAnswer.Ended(Ending ending) -> ended(ending);
      case SignalAnswer.NotExpected(String step) -> new RetractAnswer.TooLate();
      case SignalAnswer.NoSuchCase() -> new RetractAnswer.NoSuchCase();
    };
  }

  private static RetractAnswer ended(Ending ending) {
    return ending instanceof Ending.Retracted
        ? new RetractAnswer.AlreadyRetracted()
        : new RetractAnswer.AlreadyEnded();
  }
}
