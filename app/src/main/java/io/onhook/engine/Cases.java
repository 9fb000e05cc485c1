package io.onhook.engine;

import io.onhook.shared.Actor;
import java.util.List;
import java.util.Optional;

/**
 * The engine's door: start a case, tell it news, look at it.
 *
 * <p>{@link #start} and {@link #signal} join the caller's Spring transaction if there is one; the
 * case is picked up at once after its commit.
 */
public interface Cases {
  /**
   * Starts a case.
   *
   * @param caseKey unique among the cases of this process, for ever; a repeated start gives the
   *     first case's id and changes nothing
   */
  <C> CaseId start(CaseProcess<C> process, String caseKey, C state, Actor actor);

  /** Tells a case news; the answer is known when it is durable. */
  SignalAnswer signal(CaseId id, Signal signal);

  /** Answers a parked case on behalf of a person. */
  SignalAnswer answer(CaseId id, PersonAnswer answer, String reason, Actor actor);

  Optional<CaseView> find(CaseId id);

  Optional<CaseId> find(String process, String caseKey);

  /** Cases of which something went wrong, oldest first. */
  List<CaseView> parked(int limit);
}
