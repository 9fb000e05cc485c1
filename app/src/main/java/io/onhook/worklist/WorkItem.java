package io.onhook.worklist;

import io.onhook.engine.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something a person has to do about a case.
 *
 * @param id the item's own id
 * @param caseId the case
 * @param process its process's name
 * @param step where it stands
 * @param kind a decision, or something that went wrong
 * @param why in English, or a stable code
 * @param since when it was raised
 * @param dueAt until when it should be done
 * @param claimedBy the staff member who has it; empty if nobody, or if the claim has lapsed
 * @param claimedAt since when
 * @param label by what the case tells its work apart; may be empty
 * @param waitingUntil until when it waits for somebody who is no staff; empty while it is staff's
 * @param round 1, and one more each time something new came in: then all is said anew
 * @param verdicts what was said of it so far, oldest first
 */
public record WorkItem(
    long id,
    CaseId caseId,
    String process,
    String step,
    Kind kind,
    String why,
    Instant since,
    Instant dueAt,
    Optional<String> claimedBy,
    Optional<Instant> claimedAt,
    String label,
    Optional<Instant> waitingUntil,
    int round,
    List<Verdict> verdicts) {

  /** What sort of work. */
  public enum Kind {
    /** All is well; a person decides. */
    DECISION,
    /** Something went wrong; a person looks. */
    PARKED
  }

  WorkItem with(List<Verdict> said) {
    return copy(round, said);
  }

  WorkItem inRound(int number) {
    return copy(number, verdicts);
  }

  private WorkItem copy(int number, List<Verdict> said) {
    return new WorkItem(
        id,
        caseId,
        process,
        step,
        kind,
        why,
        since,
        dueAt,
        claimedBy,
        claimedAt,
        label,
        waitingUntil,
        number,
        said);
  }

  /** Whether its time has run out. */
  public boolean overdue(Instant now) {
    return now.isAfter(dueAt);
  }

  /** What was said in this round, oldest first. */
  public List<Verdict> standing() {
    return verdicts.stream().filter(verdict -> verdict.round() == round).toList();
  }
}
