package io.onhook.cancellation;

import io.onhook.engine.Backoff;
import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.settlement.Bill;
import io.onhook.settlement.Billing;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cancellation is taken back: its final bill is none. */
@Component
final class CancelBill implements RemoteStep<Cancellation, CancelBill.Target> {
  /** TMF678 has no state of its own for a bill that was taken back; operators use these. */
  private static final Set<String> WITHDRAWN = Set.of("onHold", "withdrawn");

  private final Billing billing;

  CancelBill(Billing billing) {
    this.billing = billing;
  }

  /** Which bill, and how it was asked for; no bill if it is not known whether one was made. */
  record Target(LineTarget line, Progress.@Nullable FinalBillMade bill) {
    String key(Intent<Target> intent) {
      return bill == null ? intent.keyTakenBack() : bill.effectKey();
    }
  }

  static boolean withdrawn(Bill bill) {
    return WITHDRAWN.contains(bill.state());
  }

  @Override
  public String partner() {
    return "bss";
  }

  @Override
  public Duration timeout() {
    return billing.longest().multipliedBy(2);
  }

  @Override
  public Optional<Target> prepare(Cancellation state) {
    return Optional.of(new Target(new LineTarget(state.subject().line()), state.progress().bill()));
  }

  @Override
  public StepOutcome<Cancellation> call(Cancellation state, Intent<Target> intent) {
    Progress.FinalBillMade made = intent.arguments().bill();
    return made == null ? callWhatIsFound(state, intent) : call(state, intent, made.id());
  }

  private StepOutcome<Cancellation> callWhatIsFound(Cancellation state, Intent<Target> intent) {
    return switch (find(intent)) {
      case Answer.Got<Optional<Bill>>(var bill) ->
          bill.map(found -> call(state, intent, found.id()))
              .orElseGet(() -> StepOutcome.done(state));
      case Answer.Failed<Optional<Bill>>(var fault) -> Backoff.retry(intent, fault);
      case Answer.Silent<Optional<Bill>>(var fault) -> Backoff.retry(intent, fault);
    };
  }

  private StepOutcome<Cancellation> call(Cancellation state, Intent<Target> intent, String billId) {
    return switch (billing.cancelBill(billId, intent.effectKey())) {
      case Answer.Got<Bill> got -> StepOutcome.done(state);
      case Answer.Failed<Bill>(var fault) -> Backoff.failed(intent, fault);
      case Answer.Silent<Bill>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  @Override
  public StepOutcome<Cancellation> ask(Cancellation state, Intent<Target> intent) {
    return switch (find(intent)) {
      case Answer.Got<Optional<Bill>>(var bill) ->
          bill.isEmpty() || withdrawn(bill.get())
              ? StepOutcome.done(state)
              : Backoff.notYet(intent, "bss", "the final bill stands");
      case Answer.Failed<Optional<Bill>>(var fault) -> Backoff.ask(intent, fault);
      case Answer.Silent<Optional<Bill>>(var fault) -> Backoff.ask(intent, fault);
    };
  }

  private Answer<Optional<Bill>> find(Intent<Target> intent) {
    var target = intent.arguments();
    return billing.findFinalBill(target.line().line(), target.key(intent));
  }
}
