package io.onhook.cancellation;

import io.onhook.shared.CaseReference;
import java.time.Instant;
import java.util.List;

/** What became of a report. */
public sealed interface ReportAnswer {
  /**
   * It is durable. The answer is the same whether there is such a line or not.
   *
   * @param reference what the reporter quotes
   */
  record Received(CaseReference reference, Instant receivedAt) implements ReportAnswer {}

  /** Something is missing or can't be read. Nothing was stored. */
  record Incomplete(List<CancellationRefusal.WrongField> wrong) implements ReportAnswer {
    public Incomplete {
      wrong = List.copyOf(wrong);
    }
  }
}
