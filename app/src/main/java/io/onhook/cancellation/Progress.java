package io.onhook.cancellation;

import io.onhook.bar.Services;
import io.onhook.line.Line;
import io.onhook.settlement.Quote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a case found and did so far.
 *
 * @param fees fees for leaving, as the gates found them when the end came
 * @param status of the line in the operator's inventory before its end was announced there
 * @param services what the network let the line do before the bar, so that it can be given back
 * @param barsAt the bar waits until then, so that the last words come through before it
 * @param bill the final bill
 * @param statement what the final bill comes to by the pack
 * @param endedAt when the network let go of the line
 * @param certificate number of the proof
 */
record Progress(
    List<Quote.Fee> fees,
    Line.@Nullable Status status,
    @Nullable Services services,
    @Nullable Instant barsAt,
    @Nullable FinalBillMade bill,
    @Nullable Quote statement,
    @Nullable Instant endedAt,
    @Nullable String certificate) {

  /** Nothing is done yet. */
  static final Progress NONE = new Progress(List.of(), null, null, null, null, null, null, null);

  /**
   * The final bill at the operator.
   *
   * @param id the operator's id of it
   * @param effectKey under which it was asked for
   */
  record FinalBillMade(String id, String effectKey) {}

  Progress withFees(List<Quote.Fee> found) {
    return new Progress(found, status, services, barsAt, bill, statement, endedAt, certificate);
  }

  Progress withStatus(Line.Status before) {
    return new Progress(fees, before, services, barsAt, bill, statement, endedAt, certificate);
  }

  Progress withServices(Services before) {
    return new Progress(fees, status, before, barsAt, bill, statement, endedAt, certificate);
  }

  Progress withBarsAt(Instant at) {
    return new Progress(fees, status, services, at, bill, statement, endedAt, certificate);
  }

  Progress withBill(FinalBillMade made) {
    return new Progress(fees, status, services, barsAt, made, statement, endedAt, certificate);
  }

  Progress withStatement(Quote agreed) {
    return new Progress(fees, status, services, barsAt, bill, agreed, endedAt, certificate);
  }

  Progress withEndedAt(Instant at) {
    return new Progress(fees, status, services, barsAt, bill, statement, at, certificate);
  }

  Progress withCertificate(String number) {
    return new Progress(fees, status, services, barsAt, bill, statement, endedAt, number);
  }
}
