package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.line.LineId;
import io.onhook.settlement.Bill;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the holder owes on the final bill.
 *
 * @param reference the cancellation
 * @param cancellation its case, told when all is paid
 * @param line the line
 * @param billKey under which the final bill was asked for
 * @param amount what was owed when the bill was made; zero or less if nothing was
 * @param beyondBill fees of the pack, which the operator's bill does not hold
 * @param setAside of the bill, because it is disputed: paid is paid without it
 * @param giveUpAt from then on a person looks
 */
record Dues(
    CaseReference reference,
    CaseId cancellation,
    LineId line,
    String billKey,
    Money amount,
    Money beyondBill,
    @Nullable Money setAside,
    Instant giveUpAt) {
  /** A bill that nobody pays for so long needs a person. */
  static final Duration PATIENCE = Duration.ofDays(30);

  /** Since when they are waited for. */
  Instant askedAt() {
    return giveUpAt.minus(PATIENCE);
  }

  /** Whether what is asked for of this bill has been paid. */
  boolean paid(Bill bill) {
    long aside = setAside == null ? 0 : setAside.minor();
    return bill.due().minor() <= aside;
  }
}
