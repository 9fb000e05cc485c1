package io.onhook.dispute;

import io.onhook.engine.Intent;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.StepOutcome;
import io.onhook.settlement.BillDisputes;
import io.onhook.settlement.BillDisputes.Ticket;
import io.onhook.shared.Answer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The operator's billing learns the decision, and takes the charge off where it was upheld. */
@Component
final class CloseTicket implements RemoteStep<Dispute, CloseTicket.Decided> {
  private final BillDisputes operator;

  CloseTicket(BillDisputes operator) {
    this.operator = operator;
  }

  /** Which, and what was decided. */
  record Decided(String ticket, boolean upheld) {}

  @Override
  public String partner() {
    return "bss";
  }

  @Override
  public Duration timeout() {
    return operator.longest();
  }

  @Override
  public Optional<Decided> prepare(Dispute state) {
    return Optional.of(
        new Decided(Objects.requireNonNull(state.ticket(), "opened before"), state.isUpheld()));
  }

  @Override
  public StepOutcome<Dispute> call(Dispute state, Intent<Decided> intent) {
    Decided it = intent.arguments();
    return switch (operator.close(it.ticket(), it.upheld(), intent.effectKey())) {
      case Answer.Got<Ticket> closed -> StepOutcome.done(state);
      case Answer.Failed<Ticket>(var fault) -> Patience.failed(intent, fault);
      case Answer.Silent<Ticket>(var fault) -> Patience.ask(intent, fault);
    };
  }

  @Override
  public StepOutcome<Dispute> ask(Dispute state, Intent<Decided> intent) {
    return switch (operator.byId(intent.arguments().ticket())) {
      case Answer.Got<Optional<Ticket>>(var found) ->
          found.filter(Ticket::closed).isPresent()
              ? StepOutcome.done(state)
              : Patience.again(intent);
      case Answer.Failed<Optional<Ticket>>(var fault) -> Patience.ask(intent, fault);
      case Answer.Silent<Optional<Ticket>>(var fault) -> Patience.ask(intent, fault);
    };
  }
}
