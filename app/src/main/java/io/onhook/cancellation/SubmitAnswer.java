package io.onhook.cancellation;

import io.onhook.line.LineId;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Fault;
import java.time.Instant;
import java.util.List;

/** What became of a request to end a line. */
public sealed interface SubmitAnswer {

  /**
   * It is stored, and the case runs.
   *
   * @param reference what the holder quotes
   * @param receivedAt the time of receipt, which stands
   * @param dates what is promised
   * @param repeated whether the same request with the same key was answered before; nothing new
   *     happened then
   */
  record Submitted(
      CaseReference reference, Instant receivedAt, PromisedDates dates, boolean repeated)
      implements SubmitAnswer {}

  /** The line's end is already under way; the holder is led there. Nothing changed. */
  record AlreadyOpen(CaseReference reference) implements SubmitAnswer {}

  /** The domain says no, with all its reasons at once. Nothing was stored. */
  record Refused(List<CancellationRefusal> because) implements SubmitAnswer {}

  /**
   * The operator's systems can't be asked just now. Nothing was stored, what was typed stays; try
   * again, with the same key.
   */
  record PartnerUnavailable(Fault fault) implements SubmitAnswer {}

  /**
   * An amount is in a currency that nothing here is reckoned in. Nothing was stored; a person is
   * told, and trying again before that is put right is of no use.
   *
   * @param line whose amount it is: the request's own, or one that hangs on it
   */
  record NotReckonable(LineId line, Fault fault) implements SubmitAnswer {}
}
