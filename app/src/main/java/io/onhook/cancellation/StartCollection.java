package io.onhook.cancellation;

import io.onhook.engine.ChildStep;
import io.onhook.engine.StartCase;
import io.onhook.engine.StepContext;
import io.onhook.settlement.Quote;
import io.onhook.shared.Money;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What is owed is collected by a case of its own; it ends at once if nothing is. */
@Component
final class StartCollection implements ChildStep<Cancellation> {
  @Override
  public StartCase<Dues> start(Cancellation state, StepContext context) {
    Quote statement = Objects.requireNonNull(state.progress().statement(), "settled before");
    var bill = Objects.requireNonNull(state.progress().bill(), "billed before");
    Money beyondBill = min(statement.fees(), statement.toPay());
    return new StartCase<>(
        CollectionProcess.COLLECTION,
        state.reference().text(),
        new Dues(
            state.reference(),
            context.caseId(),
            state.subject().line(),
            bill.effectKey(),
            statement.toPay(),
            beyondBill,
            statement.disputed(),
            context.now().plus(Dues.PATIENCE)));
  }

  private static Money min(Money one, Money other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
