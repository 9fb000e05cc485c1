package io.onhook.cancellation;

import io.onhook.dispute.SetAsides;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.line.Lines;
import io.onhook.settlement.Bill;
import io.onhook.settlement.Billing;
import io.onhook.shared.Answer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads from the operator's systems all that gates look at. */
@Component
final class Standings {
  private final Lines lines;
  private final Billing billing;
  private final SetAsides aside;

  Standings(Lines lines, Billing billing, SetAsides aside) {
    this.lines = lines;
    this.billing = billing;
    this.aside = aside;
  }

  /** How things stand with a line now; empty if the operator knows none of this id. */
  Answer<Optional<Standing>> of(LineId id) {
    return switch (lines.byId(id)) {
      case Answer.Failed<Optional<Line>>(var fault) -> new Answer.Failed<>(fault);
      case Answer.Silent<Optional<Line>>(var fault) -> new Answer.Silent<>(fault);
      case Answer.Got<Optional<Line>>(Optional<Line> line) -> {
        if (line.isEmpty()) {
          yield new Answer.Got<>(Optional.empty());
        }
        Answer<List<Bill>> bills = billing.openBills(id);
        yield bills.map(
            open -> Optional.of(Standing.ofHolder(line.get(), open).disputing(aside.of(id))));
      }
    };
  }
}
