package io.onhook.policy;

/**
 * What a holder who asks online has to prove, and what an owner's objection does.
 *
 * @param fresh so long a code that came back counts for the request as well; then another is sent
 *     just before it is submitted
 * @param newAccount money to an account that billing does not know always needs such a code
 * @param cooling who signed in by another contact of the account waits at least so long until the
 *     request takes effect
 * @param objection what happens when an owner says that it was not them
 */
public record AuthorityRule(Term fresh, boolean newAccount, Term cooling, Objection objection) {
  /** What an owner's objection does to a case. */
  public enum Objection {
    /** The case is taken back at once. Whoever has an old contact can stop every request. */
    RETRACT,
    /** Nothing takes effect until two people have looked; one is enough to take it back. */
    TWO_PEOPLE
  }
}
