package io.onhook.worklist;

import io.onhook.engine.CaseId;
import java.util.List;
import java.util.Optional;

/**
 * The module's only door: the work that cases have for people.
 *
 * <p>Items come and go by themselves: the engine tells when a case starts and stops waiting for a
 * person.
 */
public final class Worklist {

  Worklist() {}

  /** Open work of one kind, the most urgent first. */
  public List<WorkItem> open(WorkItem.Kind kind, int limit) {
    throw new UnsupportedOperationException(kind + " " + limit);
  }

  /** How much work of this kind is open. */
  public int count(WorkItem.Kind kind) {
    throw new UnsupportedOperationException(kind.toString());
  }

  /** The open work of a case, if it waits for a person. */
  public Optional<WorkItem> ofCase(CaseId caseId) {
    throw new UnsupportedOperationException(caseId.toString());
  }

  /** All work a case ever made, oldest first, with what was said of it. */
  public List<WorkItem> history(CaseId caseId) {
    throw new UnsupportedOperationException(caseId.toString());
  }

  /**
   * Takes an item, so that colleagues see that it is being looked at. One's own claim is renewed.
   *
   * @return false if a colleague has it, or it is done
   */
  public boolean claim(long item, String staff) {
    throw new UnsupportedOperationException(item + " " + staff);
  }

  /** Gives an item back. Nothing happens if it is not this person's. */
  public void release(long item, String staff) {
    throw new UnsupportedOperationException(item + " " + staff);
  }

  /**
   * Keeps what a person says. A no stands at once; a yes stands when enough people have said it.
   * Joins the caller's transaction, so that it is stored together with what follows from it.
   *
   * @param people how many different people must agree: 1, or 2 for four eyes
   */
  public VerdictAnswer say(CaseId caseId, String step, Verdict verdict, int people) {
    throw new UnsupportedOperationException(caseId + " " + step + " " + verdict + " " + people);
  }
}
