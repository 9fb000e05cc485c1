package io.onhook.cancellation;

import io.onhook.line.LineId;
import io.onhook.shared.CaseReference;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a case is bound up with: before the point of no return all wait until all are ready.
 *
 * @param main the case of the main line, if this is one that ends with it; null if this is the main
 *     one
 * @param dependants what hangs on this line
 */
record Family(@Nullable CaseReference main, List<Dependant> dependants) {
  static final Family NONE = new Family(null, List.of());

  /** Of which products it is decided what becomes of them. */
  Set<LineId> decided() {
    return dependants.stream().map(Dependant::id).collect(Collectors.toUnmodifiableSet());
  }
}
