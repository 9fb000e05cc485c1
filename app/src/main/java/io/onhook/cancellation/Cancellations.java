package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.line.LineId;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Msisdn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The module's only door: look whether a line can end, ask for its end, follow it, decide it, take
 * it back.
 *
 * <p>An actor of kind holder has the operator's party id as its id, and sees and touches lines and
 * cases of that party only: all others do not exist for it. Staff and API clients see all; their
 * doors check roles and scopes.
 */
public final class Cancellations {

  Cancellations() {}

  /**
   * What stands in the way, what it costs, and when the line would end. Changes nothing.
   *
   * @param endsOn the day asked for; null for the earliest
   */
  public CheckAnswer check(LineId line, @Nullable LocalDate endsOn, Actor actor) {
    throw new UnsupportedOperationException(line + " " + endsOn + " " + actor);
  }

  /**
   * Asks for the end of a line. Once it answers {@link SubmitAnswer.Submitted} the request is
   * durable.
   *
   * @param idempotencyKey chosen by the sender, 1 to 200 characters: the same key with the same
   *     content gives the first answer again, with other content it is refused
   */
  public SubmitAnswer submit(CancelLine request, Actor actor, String idempotencyKey) {
    throw new UnsupportedOperationException(request + " " + actor + " " + idempotencyKey);
  }

  /** A case by its reference; empty as well if it is not this viewer's. */
  public Optional<CancellationView> find(CaseReference reference, Actor viewer) {
    throw new UnsupportedOperationException(reference + " " + viewer);
  }

  /** A case by the engine's id, for staff's work lists. */
  public Optional<CancellationView> find(CaseId caseId) {
    throw new UnsupportedOperationException(caseId.toString());
  }

  /** All cases of a holder, the newest first, ended ones too. */
  public List<CancellationView> ofHolder(String partyId) {
    throw new UnsupportedOperationException(partyId);
  }

  /** All cases of a line, the newest first, ended ones too. */
  public List<CancellationView> ofLine(LineId line, Actor viewer) {
    throw new UnsupportedOperationException(line + " " + viewer);
  }

  /** The line's whole number; empty if the viewer may not see the case, or once it is erased. */
  public Optional<Msisdn> number(CaseReference reference, Actor viewer) {
    throw new UnsupportedOperationException(reference + " " + viewer);
  }

  /**
   * Decides what the case waits for: the review, or a final bill that differs from the quote.
   *
   * @param staff an actor of kind staff or API, never a holder
   */
  public DecideAnswer decide(CaseReference reference, ReviewDecision decision, Actor staff) {
    throw new UnsupportedOperationException(reference + " " + decision + " " + staff);
  }

  /** Takes a cancellation back. Known to be durable once it answers. */
  public RetractAnswer retract(CaseReference reference, Actor actor) {
    throw new UnsupportedOperationException(reference + " " + actor);
  }
}
