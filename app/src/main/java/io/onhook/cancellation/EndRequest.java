package io.onhook.cancellation;

import io.onhook.engine.LocalWrite;
import io.onhook.line.LineId;
import io.onhook.shared.CaseReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case is over: the line may be asked for again, and its ending stays known.
 *
 * @param ending {@code completed}, {@code refused} or {@code retracted}
 * @param code why it was refused; empty otherwise
 * @param at when it was over
 * @param endsAt the day that was agreed
 * @param lineEndedAt when the network let go of the line; null if it did not
 * @param refundBy until when a credit was promised; null if none goes back
 */
record EndRequest(
    CaseReference reference,
    LineId line,
    String ending,
    String code,
    Instant at,
    Instant endsAt,
    @Nullable Instant lineEndedAt,
    @Nullable Instant refundBy)
    implements LocalWrite {
  @Override
  public String key() {
    return line.value();
  }
}
