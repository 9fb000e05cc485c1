package io.onhook.cancellation;

import io.onhook.shared.CaseReference;
import java.util.List;
import java.util.Optional;

/**
 * What a case is bound up with, as people see it.
 *
 * @param main the request of the main line, if this line ends with it
 * @param dependants what hangs on this line
 */
public record Bound(Optional<CaseReference> main, List<Hung> dependants) {
  public static final Bound ALONE = new Bound(Optional.empty(), List.of());

  /**
   * @param dependant what was decided about it
   * @param reference its own case; empty if it has none
   */
  public record Hung(Dependant dependant, Optional<CaseReference> reference) {}
}
