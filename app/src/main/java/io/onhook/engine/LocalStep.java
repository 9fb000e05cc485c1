package io.onhook.engine;

/**
 * A step that touches nothing outside our database. It may read (other modules, partners), and it
 * changes things only by the writes of its outcome. It may be run more than once; its writes are
 * made once.
 */
public non-sealed interface LocalStep<C> extends Step<C> {
  StepOutcome<C> run(C state, StepContext context);
}
