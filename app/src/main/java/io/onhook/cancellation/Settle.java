package io.onhook.cancellation;

import io.onhook.dispute.SetAsides;
import io.onhook.engine.Backoff;
import io.onhook.engine.Decision;
import io.onhook.engine.Signal;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.line.LineId;
import io.onhook.policy.Packs;
import io.onhook.settlement.Bill;
import io.onhook.settlement.Billing;
import io.onhook.settlement.Ending;
import io.onhook.settlement.FinalStatement;
import io.onhook.settlement.Quote;
import io.onhook.settlement.QuoteCalculator;
import io.onhook.shared.Answer;
import io.onhook.shared.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The final bill by the pack's rules, beside the quote. Where the promise was not kept, a person
 * decides: approved, the bill stands as it is; not approved, the quote stands.
 */
@Component
final class Settle implements Decision<Cancellation> {
  static final String STEP = "settle";

  private final Billing billing;
  private final SetAsides aside;
  private final Packs packs;

  Settle(Billing billing, SetAsides aside, Packs packs) {
    this.billing = billing;
    this.aside = aside;
    this.packs = packs;
  }

  @Override
  public StepOutcome<Cancellation> open(Cancellation state, StepContext context) {
    if (OtherCurrency.of(state.terms().pack(packs), billing)) {
      return OtherCurrency.needsPerson();
    }
    return switch (bills(state)) {
      case Answer.Failed<Optional<List<Bill>>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Silent<Optional<List<Bill>>>(var fault) -> Backoff.retry(context, fault);
      case Answer.Got<Optional<List<Bill>>>(var found) ->
          found
              .map(bills -> compare(state, reckon(state, bills, context)))
              .orElseGet(() -> StepOutcome.needsPerson("final-bill-unknown"));
    };
  }

  private StepOutcome<Cancellation> compare(Cancellation state, Quote actual) {
    var statement =
        FinalStatement.compare(state.terms().pack(packs), state.terms().promised(), actual);
    return statement.needsPerson()
        ? StepOutcome.needsPerson("final-bill-differs-from-quote")
        : stands(state, actual);
  }

  @Override
  public StepOutcome<Cancellation> decide(
      Cancellation state, Signal decision, StepContext context) {
    if (!Said.of(decision.payload()).approved()) {
      return stands(state, state.terms().promised());
    }
    if (OtherCurrency.of(state.terms().pack(packs), billing)) {
      return OtherCurrency.needsPerson();
    }
    // Approved is approved: nobody is asked a second time, and the bill is read once it can be.
    return switch (bills(state)) {
      case Answer.Failed<Optional<List<Bill>>>(var fault) -> Backoff.patiently(context, fault);
      case Answer.Silent<Optional<List<Bill>>>(var fault) -> Backoff.patiently(context, fault);
      case Answer.Got<Optional<List<Bill>>>(var found) ->
          found
              .map(bills -> stands(state, reckon(state, bills, context)))
              .orElseGet(
                  () ->
                      Backoff.patiently(
                          context, Fault.protocol("bss", "the final bill is not found")));
    };
  }

  private Quote reckon(Cancellation state, List<Bill> bills, StepContext context) {
    var ending = new Ending(state.endsAt(), state.subject().periodEndsOn());
    return new QuoteCalculator(state.terms().pack(packs))
        .quote(
            bills,
            state.progress().fees(),
            aside.of(state.subject().line()),
            ending,
            context.now());
  }

  private static StepOutcome<Cancellation> stands(Cancellation state, Quote statement) {
    return StepOutcome.done(state.with(state.progress().withStatement(statement)));
  }

  /**
   * The final bill first, then what else is open; the operator may list the final one too. Empty if
   * the final bill is not known. It is read by its own id: an operator who can't be asked by our
   * keys can still show its bills.
   */
  private Answer<Optional<List<Bill>>> bills(Cancellation state) {
    var made = state.progress().bill();
    if (made == null) {
      return new Answer.Got<>(Optional.empty());
    }
    LineId line = state.subject().line();
    return billing
        .bill(line, made.id())
        .then(
            last ->
                last.isEmpty()
                    ? new Answer.Got<>(Optional.<List<Bill>>empty())
                    : billing.openBills(line).map(open -> Optional.of(with(last.get(), open))));
  }

  private static List<Bill> with(Bill last, List<Bill> open) {
    var bills = new ArrayList<Bill>();
    bills.add(last);
    open.stream().filter(bill -> !bill.id().equals(last.id())).forEach(bills::add);
    return bills;
  }
}
