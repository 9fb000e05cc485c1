/**
 * Durable cases: processes, steps, waits, signals, timers, intents and the workers that run them.
 *
 * <p>The engine knows neither lines nor tickets. A {@link io.onhook.engine.CaseProcess} is one
 * ordered list of steps; a case walks it, and every change of the case is one entry of its journal.
 * Read in this order:
 *
 * <ol>
 *   <li>what a process may say: {@code CaseProcess}, {@code Step} and its kinds, {@code
 *       StepOutcome};
 *   <li>how a case is <b>claimed</b>: {@code Tenure} (the lease and the fencing token), {@code
 *       CaseStore}, {@code Engine#claim};
 *   <li>how it is <b>run</b>: {@code CaseMachine} says what comes next, {@code CaseNode} does it on
 *       virtual threads, {@code Settling} with {@code Landing} turns the outcome into one {@code
 *       Transition};
 *   <li>how that is <b>committed</b>: {@code Committer} gathers, {@code CommitTransaction} stores
 *       many cases' changes in one transaction, {@code CommitStatements} are its array statements;
 *   <li>how <b>news</b> reaches a case: {@code Cases} is the door, {@code SignalDesk} takes a
 *       signal in, {@code MailCarrier} brings it from case to case;
 *   <li>how it is <b>recovered</b>: {@code Takeover} frees the cases of a node that is gone;
 *       whoever loads a case with an open intent asks the partner before anything else.
 * </ol>
 *
 * <p>One limit remains, as with every lease: a node that is paused between its last look at the
 * lease and the sending of a packet sends it late. The take-over waits one time-out more, the
 * partner's idempotency key catches what still comes later, and a partner that has none is asked by
 * a person.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "vault"})
package io.onhook.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
