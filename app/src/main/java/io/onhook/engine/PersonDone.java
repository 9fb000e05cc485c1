package io.onhook.engine;

import java.time.Instant;

/** A case no longer waits for a person at this step; the counterpart of {@link PersonNeeded}. */
public record PersonDone(CaseId caseId, String step, Instant at) implements LocalWrite {
  @Override
  public String key() {
    return caseId + "/" + step;
  }
}
