package io.onhook.call;

import io.onhook.policy.Fate;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that a caller makes by phone, as the agent typed it; kept with the call, sealed.
 *
 * @param documentKind as for {@code CancelLine}
 * @param holderName as the caller says it; empty where the pack asks for no identity
 * @param documentNumber as the caller says it; empty likewise
 * @param endsOn the last day; null for the earliest
 * @param mail where the caller is reached later; empty for the contact by which they were checked
 * @param dependants what becomes of each product that hangs on the line
 */
public record Asking(
    String documentKind,
    String holderName,
    String documentNumber,
    @Nullable LocalDate endsOn,
    String mail,
    Map<String, Fate> dependants) {
  /** Nothing of it. */
  @Override
  public String toString() {
    return "Asking";
  }
}
