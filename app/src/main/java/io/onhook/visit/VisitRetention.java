package io.onhook.visit;

import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.StepView;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Retention;
import io.onhook.shared.Actor;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases what a visit has sealed, the document's number and the signature, once its time is over by
 * the pack in force: with its case, or as a draft where it came to none.
 */
@Component
final class VisitRetention {
  /** So long nobody looks at a new visit, nor again at one whose case runs. */
  static final Duration LOOK = Duration.ofDays(31);

  private static final int MOST = 200;

  private final VisitStore visits;
  private final Cancellations cancellations;
  private final Packs packs;
  private final Vault vault;
  private final Clock clock;

  VisitRetention(
      DataSource database, Cancellations cancellations, Packs packs, Vault vault, Clock clock) {
    this.visits = new VisitStore(JdbcClient.create(database));
    this.cancellations = cancellations;
    this.packs = packs;
    this.vault = vault;
    this.clock = clock;
  }

  /** Those whose time is over. */
  void erase() {
    Instant now = clock.instant();
    for (Visit visit : visits.toLookAt(now, MOST)) {
      Instant until = until(visit, now);
      if (until.isAfter(now)) {
        visits.lookAt(visit.id(), until);
      } else {
        // The key first: if it ends in between, the next turn does the rest.
        vault.destroy(Identities.key(visit.id()));
        visits.erased(visit.id());
      }
    }
  }

  private Instant until(Visit visit, Instant now) {
    Optional<CancellationView> it =
        visit.reference().flatMap(reference -> cancellations.find(reference, Actor.SYSTEM));
    if (it.isEmpty()) {
      return until(Retention.Kind.DRAFT, visit.beganAt());
    }
    return switch (it.get().lineTrack()) {
      case ENDED, RETRACTED, NOT_APPROVED ->
          until(Retention.Kind.CASE, over(it.get()).orElse(visit.beganAt()));
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
