package io.onhook.cancellation;

import io.onhook.line.LineId;
import io.onhook.notice.Notice;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import io.onhook.vault.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back to a holder.
 *
 * @param reference the cancellation
 * @param line the line that ended
 * @param amount what goes back; zero or less if nothing does
 * @param account token of the account, sealed; null for the way it was paid
 * @param language the holder's
 * @param contact where the holder is told
 * @param dueAt until when it must have arrived
 * @param order how it was ordered; null before
 * @param arrivedAt when the bank confirmed it; null before
 */
record Refund(
    CaseReference reference,
    LineId line,
    Money amount,
    @Nullable Sealed account,
    Language language,
    Notice.Route contact,
    Instant dueAt,
    @Nullable Order order,
    @Nullable Instant arrivedAt) {

  /**
   * @param id the operator's id of the refund
   * @param effectKey under which it was ordered
   */
  record Order(String id, String effectKey, Instant at) {}

  boolean isNothing() {
    return !amount.isPositive();
  }

  Refund with(Order made) {
    return new Refund(reference, line, amount, account, language, contact, dueAt, made, arrivedAt);
  }

  Refund arrived(Instant at) {
    return new Refund(reference, line, amount, account, language, contact, dueAt, order, at);
  }
}
