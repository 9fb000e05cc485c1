package io.onhook.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case waits for a person. The engine hands it to its {@link WriteHandler} in the transaction
 * that parks the case; if nobody has one, the case is parked all the same.
 *
 * @param caseId the case
 * @param process its process's name
 * @param step where it stands
 * @param why in English, or a stable code
 * @param decision true at a {@link Decision}, false where something went wrong
 * @param since the product's clock
 * @param label what the case's {@link WorkSubject} says; else empty
 * @param dueAt until when it was promised; null if nothing was promised
 */
public record PersonNeeded(
    CaseId caseId,
    String process,
    String step,
    String why,
    boolean decision,
    Instant since,
    String label,
    @Nullable Instant dueAt)
    implements LocalWrite {
  @Override
  public String key() {
    return caseId + "/" + step;
  }
}
