package io.onhook.line;

import io.onhook.shared.Answer;
import io.onhook.shared.Msisdn;
import java.util.List;
import java.util.Optional;

/** The operator's product inventory: the port that {@code TmfInventory} speaks TMF637 behind. */
public interface Lines {
  /** The line that has this number now; empty if the operator knows none. */
  Answer<Optional<Line>> byMsisdn(Msisdn msisdn);

  Answer<Optional<Line>> byId(LineId id);

  /** All lines of one holder. */
  Answer<List<Line>> ofHolder(String partyId);

  /** PATCH status {@code pendingTerminate}: nothing new may be sold on the line. Idempotent. */
  Answer<Line> announceEnd(LineId id, String effectKey);

  /** PATCH status back to {@code active}, where a cancellation was taken back. Idempotent. */
  Answer<Line> withdrawEnd(LineId id, String effectKey);

  /** PATCH status {@code terminated}. Idempotent. */
  Answer<Line> end(LineId id, String effectKey);
}
