package io.onhook.cancellation;

import io.onhook.engine.LocalWrite;
import io.onhook.line.LineId;
import io.onhook.shared.CaseReference;
import java.time.Instant;

/**
 * A case is over: the line may be asked for again, and its ending stays known.
 *
 * @param ending {@code completed}, {@code refused} or {@code retracted}
 * @param code why it was refused; empty otherwise
 */
record EndRequest(CaseReference reference, LineId line, String ending, String code, Instant at)
    implements LocalWrite {
  @Override
  public String key() {
    return line.value();
  }
}
