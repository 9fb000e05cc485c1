package io.onhook.cancellation;

import io.onhook.shared.CaseReference;
import java.time.Instant;
import java.util.List;

/** What became of a declaration. It is never refused: only what is missing is asked for. */
public sealed interface DeclareAnswer {
  /**
   * It is durable, and its time of receipt stands.
   *
   * @param reference what the declarant quotes
   * @param receivedAt the time of receipt
   * @param declared what was declared
   */
  record Received(CaseReference reference, Instant receivedAt, Declared declared)
      implements DeclareAnswer {}

  /**
   * Something is missing or can't be read. Nothing was stored.
   *
   * @param missing every such field
   */
  record Incomplete(List<CancellationRefusal.WrongField> missing) implements DeclareAnswer {}
}
