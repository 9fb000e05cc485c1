package io.onhook.cancellation;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;
import io.onhook.line.LineId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody looked at a line of which an amount is in a currency that nothing here is reckoned in. A
 * person is told, and says when it is put right.
 *
 * @param line whose amount it is
 * @param seenAt when
 */
record OddAmount(LineId line, Instant seenAt) {
  static final String NAME = "odd-amount";

  static final CaseProcess<OddAmount> ODD_AMOUNT =
      process(NAME, 1, OddAmount.class)
          .step("read-amounts", ReadAmounts.class) // again, so that it ends once they can be read
          .build();

  /** Once a day for a line, however often it is looked at. */
  static String key(LineId line, LocalDate day) {
    return line + "/" + day;
  }
}
