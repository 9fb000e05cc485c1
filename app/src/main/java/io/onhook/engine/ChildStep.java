package io.onhook.engine;

/** A step that starts a case of another process, in its own commit; it does not wait for it. */
public non-sealed interface ChildStep<C> extends Step<C> {
  /** What to start; its key must be unique among the cases of that process. */
  StartCase<?> start(C state, StepContext context);
}
