package io.onhook.dispute;

import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.line.LineId;
import io.onhook.settlement.BillDisputes;
import io.onhook.settlement.BillDisputes.Ticket;
import io.onhook.shared.Answer;
import io.onhook.shared.Money;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The operator's billing learns that the charge is disputed. */
@Component
final class OpenTicket implements RemoteStep<Dispute, OpenTicket.Charge> {
  private final BillDisputes operator;

  OpenTicket(BillDisputes operator) {
    this.operator = operator;
  }

  /** What is disputed. */
  record Charge(LineId line, String billId, String chargeId, Money amount) {}

  @Override
  public String partner() {
    return "bss";
  }

  @Override
  public Duration timeout() {
    return operator.longest();
  }

  @Override
  public Optional<Charge> prepare(Dispute state) {
    return Optional.of(new Charge(state.line(), state.billId(), state.chargeId(), state.amount()));
  }

  @Override
  public StepOutcome<Dispute> call(Dispute state, Intent<Charge> intent) {
    Charge it = intent.arguments();
    return switch (operator.open(it.billId(), it.chargeId(), it.amount(), intent.effectKey())) {
      case Answer.Got<Ticket>(var ticket) -> StepOutcome.done(state.opened(ticket.id()));
      case Answer.Failed<Ticket>(var fault) -> Patience.failed(intent, fault);
      case Answer.Silent<Ticket>(var fault) -> Patience.ask(intent, fault);
    };
  }

  @Override
  public StepOutcome<Dispute> ask(Dispute state, Intent<Charge> intent) {
    return switch (operator.find(intent.effectKey())) {
      case Answer.Got<Optional<Ticket>>(var found) ->
          found
              .map(ticket -> StepOutcome.done(state.opened(ticket.id())))
              .orElseGet(() -> Patience.again(intent));
      case Answer.Failed<Optional<Ticket>>(var fault) -> Patience.ask(intent, fault);
      case Answer.Silent<Optional<Ticket>>(var fault) -> Patience.ask(intent, fault);
    };
  }
}
