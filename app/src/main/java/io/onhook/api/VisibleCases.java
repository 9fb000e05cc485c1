package io.onhook.api;

import io.onhook.access.ApiClient;
import io.onhook.access.Scope;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Malformed;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which cases a client sees: those that it submitted, and all if it decides. Others do not exist
 * for it.
 */
@Component
final class VisibleCases {
  private final Cancellations cancellations;

  VisibleCases(Cancellations cancellations) {
    this.cancellations = cancellations;
  }

  /**
   * @param reference as it stands in the address; a malformed one is of no case
   */
  Optional<CancellationView> find(String reference, ApiClient client) {
    CaseReference typed;
    try {
      typed = CaseReference.typed(reference);
    } catch (Malformed e) {
      return Optional.empty();
    }
    return cancellations
        .find(typed, client.actor())
        .filter(
            view ->
                view.submittedBy().equals(client.actor())
                    || client.scopes().contains(Scope.CANCELLATION_DECIDE));
  }
}
