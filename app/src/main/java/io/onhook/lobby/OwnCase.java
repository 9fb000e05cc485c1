package io.onhook.lobby;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.Inquiries;
import io.onhook.cancellation.LineTrack;
import io.onhook.shared.CaseReference;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The request of who is signed in, so far as it matters before a way to an office. */
@Component
final class OwnCase {
  private static final Set<LineTrack> OVER =
      Set.of(LineTrack.ENDED, LineTrack.RETRACTED, LineTrack.NOT_APPROVED);

  private final Cancellations cancellations;
  private final Inquiries inquiries;

  OwnCase(Cancellations cancellations, Inquiries inquiries) {
    this.cancellations = cancellations;
    this.inquiries = inquiries;
  }

  /**
   * A request under way.
   *
   * @param asked whether something is still needed for it
   */
  public record Open(CaseReference reference, boolean asked) {}

  /** The newest that is under way; empty for who is not signed in, or has none. */
  Optional<Open> of(@Nullable HolderPrincipal holder) {
    if (holder == null) {
      return Optional.empty();
    }
    return cancellations.ofHolder(holder.partyId()).stream()
        .filter(it -> !OVER.contains(it.lineTrack()))
        .max(Comparator.comparing(CancellationView::receivedAt))
        .map(
            it ->
                new Open(
                    it.reference(),
                    it.lineTrack() == LineTrack.YOUR_TURN
                        || inquiries.open(it.reference(), holder.actor()).isPresent()));
  }
}
