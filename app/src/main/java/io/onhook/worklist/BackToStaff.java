package io.onhook.worklist;

import io.onhook.engine.CaseId;
import io.onhook.engine.LocalWrite;
import java.time.Instant;

/**
 * What was asked for has come, or does not come any more: the work is staff's again. Nothing
 * happens where it is done, or staff's already.
 *
 * @param caseId whose work
 * @param step at which step
 * @param dueAt until when it must be done now
 */
public record BackToStaff(CaseId caseId, String step, Instant dueAt) implements LocalWrite {
  @Override
  public String key() {
    return caseId + "/" + step;
  }
}
