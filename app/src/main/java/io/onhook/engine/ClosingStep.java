package io.onhook.engine;

import java.util.List;

/** What is written when a case ends, however it ends, in the transaction that ends it. */
public non-sealed interface ClosingStep<C> extends Step<C> {
  List<LocalWrite> close(C state, Ending ending, StepContext context);
}
