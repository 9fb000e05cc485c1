package io.onhook.line;

import io.onhook.shared.Answer;
import io.onhook.shared.Msisdn;
import io.onhook.shared.NeedsSetting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The operator's product inventory: the port that {@code TmfInventory} speaks TMF637 behind. */
@NeedsSetting(
    value = "onhook.bss.url",
    remedy =
        "Set it to where the operator's TM Forum APIs are, as https://bss.example:8443;"
            + " docs/runbook.md has all settings. To try Onhook without an operator: ./onhook")
public interface Lines {
  /**
   * The longest that a call of this port takes. After it, whoever called is dead or has its answer,
   * and nothing of the call is still to come.
   */
  Duration longest();

  /** The line that has this number now; empty if the operator knows none. */
  Answer<Optional<Line>> byMsisdn(Msisdn msisdn);

  Answer<Optional<Line>> byId(LineId id);

  /** All lines of one holder. */
  Answer<List<Line>> ofHolder(String partyId);

  /**
   * PATCH status. Idempotent.
   *
   * @param status any but {@link Line.Status#OTHER}
   * @param effectKey the idempotency key under which the operator's system knows this change
   */
  Answer<Line> setStatus(LineId id, Line.Status status, String effectKey);
}
