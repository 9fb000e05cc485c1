package io.onhook.cancellation;

import io.onhook.dispute.Disputes;
import io.onhook.line.LineId;
import io.onhook.settlement.SetAside;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is set aside on a line's bills, because its holder disputes it. */
@Component
final class DisputedAmounts {
  private final Disputes disputes;

  DisputedAmounts(Disputes disputes) {
    this.disputes = disputes;
  }

  List<SetAside> of(LineId line) {
    return disputes.setAside(line).stream()
        .map(it -> new SetAside(it.reference().text(), it.billId(), it.text(), it.amount()))
        .toList();
  }
}
