package io.onhook.portal.track;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.web.AddressedCase;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The signed-in holder's own cases; any other does not exist for them. */
@Component
final class OwnCases {
  private final Cancellations cancellations;

  OwnCases(Cancellations cancellations) {
    this.cancellations = cancellations;
  }

  /**
   * The case with this reference.
   *
   * @param typed as it stands in the address
   * @throws ResponseStatusException 404 if the holder has none of it
   */
  CancellationView find(HolderPrincipal holder, String typed) {
    return cancellations
        .find(AddressedCase.reference(typed), holder.actor())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
