package io.onhook.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a step may know beside its case's state.
 *
 * @param caseId the case
 * @param now the product's clock
 * @param attempt 1 at the first run of this step, one more after each {@link StepOutcome.RetryAt}
 * @param signals what came and was not yet used up, oldest first; those that this step takes into
 *     account are used up when it is done
 */
public record StepContext(CaseId caseId, Instant now, int attempt, List<Signal> signals) {
  /** The oldest unused signal of this kind. */
  public Optional<Signal> signal(String kind) {
    return signals.stream().filter(signal -> signal.kind().equals(kind)).findFirst();
  }
}
