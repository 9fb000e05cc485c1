package io.onhook.cancellation;

import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Retention;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Until when something is kept that was said or done about a case: with it, or as a draft where it
 * came to none. By the pack in force.
 */
@Component
public final class CaseRetention {
  /** After so long it is looked at again whether a case still runs. */
  public static final Duration LOOK = Duration.ofDays(31);

  private final Cancellations cancellations;
  private final Packs packs;

  CaseRetention(Cancellations cancellations, Packs packs) {
    this.cancellations = cancellations;
    this.packs = packs;
  }

  /**
   * The moment from which it is kept no longer; while its case runs, when to look again.
   *
   * @param about the case; empty where it came to none
   * @param since when it was said or done
   */
  public Instant until(Optional<CaseReference> about, Instant since, Instant now) {
    Optional<CancellationView> it =
        about.flatMap(reference -> cancellations.find(reference, Actor.SYSTEM));
    if (it.isEmpty()) {
      return until(Retention.Kind.DRAFT, since);
    }
    return switch (it.get().lineTrack()) {
      case ENDED, RETRACTED, NOT_APPROVED ->
          until(Retention.Kind.CASE, over(it.get()).orElse(since));
      case IN_REVIEW, YOUR_TURN, SCHEDULED, BEING_ENDED -> now.plus(LOOK);
    };
  }

  private Instant until(Retention.Kind kind, Instant since) {
    Pack pack = packs.current();
    return Objects.requireNonNull(pack.retention().get(kind), "checked at the start")
        .until(since, pack.days());
  }

  /** When the last thing happened. */
  private static Optional<Instant> over(CancellationView it) {
    return it.steps().stream().map(StepView::at).filter(Objects::nonNull).max(Instant::compareTo);
  }
}
