package io.onhook.visit;

import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Nobody serves an own line, nor a person whom they said they know. Where the pack demands two
 * people, nobody goes on with a request that they submitted at another time either; what they open
 * in a visit they may finish in it, since the decision is a second person's anyway.
 */
@Component
final class FourEyes {
  private final Cancellations cancellations;
  private final Conflicts conflicts;
  private final Packs packs;

  FourEyes(Cancellations cancellations, Conflicts conflicts, Packs packs) {
    this.cancellations = cancellations;
    this.conflicts = conflicts;
    this.packs = packs;
  }

  /** Why this clerk may not do anything in this visit; empty if they may. */
  Optional<TakeUpAnswer> refusal(Visit visit, Actor staff) {
    if (knows(visit, visit.partyId().orElse(null), staff)) {
      return Optional.of(new TakeUpAnswer.Known());
    }
    return visit
        .partyId()
        .flatMap(
            party ->
                refusal(
                    party,
                    visit.reference().flatMap(it -> cancellations.find(it, staff)).orElse(null),
                    visit.openedHere(),
                    staff));
  }

  /** Whether this clerk knows the visitor, or this holder. */
  boolean knows(Visit visit, @Nullable String partyId, Actor staff) {
    return conflicts.declared(visit.ticket(), partyId, staff);
  }

  Optional<TakeUpAnswer> refusal(
      String partyId, @Nullable CancellationView it, boolean openedHere, Actor staff) {
    if (partyId.equals(staff.id())) {
      return Optional.of(new TakeUpAnswer.OwnLine());
    }
    boolean submitted = it != null && !openedHere && it.submittedBy().equals(staff);
    return submitted && packs.current().request().review().fourEyes()
        ? Optional.of(new TakeUpAnswer.OwnRequest())
        : Optional.empty();
  }
}
