package io.onhook.worklist;

import io.onhook.policy.Packs;
import io.onhook.policy.Term;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Until when work should be done, in working days of the pack in force. */
@Component
final class WorkDeadline {
  private static final Term PARKED = Term.workingDays(1);

  private final Packs packs;

  WorkDeadline(Packs packs) {
    this.packs = packs;
  }

  Instant of(WorkItem.Kind kind, Instant since) {
    var pack = packs.current();
    return pack.days()
        .after(
            since,
            switch (kind) {
              case DECISION -> pack.request().review().deadline();
              case PARKED -> PARKED;
            });
  }
}
