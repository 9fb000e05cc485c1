package io.onhook.cancellation;

import io.onhook.engine.Decision;
import io.onhook.engine.Signal;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.policy.Packs;
import io.onhook.settlement.Bill;
import io.onhook.settlement.Billing;
import io.onhook.settlement.Ending;
import io.onhook.settlement.FinalStatement;
import io.onhook.settlement.Quote;
import io.onhook.settlement.QuoteCalculator;
import io.onhook.shared.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The final bill by the pack's rules, beside the quote. Where the promise was not kept, a person
 * decides: approved, the bill stands as it is; not approved, the quote stands.
 */
@Component
final class Settle implements Decision<Cancellation> {
  static final String STEP = "settle";

  private final Billing billing;
  private final Packs packs;

  Settle(Billing billing, Packs packs) {
    this.billing = billing;
    this.packs = packs;
  }

  @Override
  public StepOutcome<Cancellation> open(Cancellation state, StepContext context) {
    return withBills(
        state,
        context,
        bills -> {
          Quote actual = reckon(state, bills, context);
          var statement =
              FinalStatement.compare(state.terms().pack(packs), state.terms().promised(), actual);
          return statement.needsPerson()
              ? StepOutcome.needsPerson("final-bill-differs-from-quote")
              : stands(state, actual);
        });
  }

  @Override
  public StepOutcome<Cancellation> decide(
      Cancellation state, Signal decision, StepContext context) {
    return Said.of(decision.payload()).approved()
        ? withBills(state, context, bills -> stands(state, reckon(state, bills, context)))
        : stands(state, state.terms().promised());
  }

  private Quote reckon(Cancellation state, List<Bill> bills, StepContext context) {
    var ending = new Ending(state.endsAt(), state.subject().periodEndsOn());
    return new QuoteCalculator(state.terms().pack(packs))
        .quote(bills, state.progress().fees(), ending, context.now());
  }

  private static StepOutcome<Cancellation> stands(Cancellation state, Quote statement) {
    return StepOutcome.done(state.with(state.progress().withStatement(statement)));
  }

  /** The final bill first, then what else is open; the operator may list the final one too. */
  private StepOutcome<Cancellation> withBills(
      Cancellation state,
      StepContext context,
      Function<List<Bill>, StepOutcome<Cancellation>> then) {
    var made = state.progress().bill();
    if (made == null) {
      return StepOutcome.needsPerson("final-bill-unknown");
    }
    return switch (billing.findFinalBill(state.subject().line(), made.effectKey())) {
      case Answer.Failed<Optional<Bill>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Silent<Optional<Bill>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Got<Optional<Bill>>(var found) ->
          found.isEmpty()
              ? StepOutcome.needsPerson("final-bill-unknown")
              : withOthers(state, context, found.get(), then);
    };
  }

  private StepOutcome<Cancellation> withOthers(
      Cancellation state,
      StepContext context,
      Bill last,
      Function<List<Bill>, StepOutcome<Cancellation>> then) {
    return switch (billing.openBills(state.subject().line())) {
      case Answer.Failed<List<Bill>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Silent<List<Bill>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Got<List<Bill>>(var open) -> {
        var bills = new ArrayList<Bill>();
        bills.add(last);
        open.stream().filter(bill -> !bill.id().equals(last.id())).forEach(bills::add);
        yield then.apply(bills);
      }
    };
  }
}
