package io.onhook.worklist;

import io.onhook.engine.PersonNeeded;
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

  /** What was promised counts; else the pack's term from now on. */
  Instant of(PersonNeeded work, WorkItem.Kind kind) {
    Instant promised = work.dueAt();
    if (promised != null) {
      return promised;
    }
    var pack = packs.current();
    return pack.days()
        .after(
            work.since(),
            switch (kind) {
              case DECISION -> pack.request().review().deadline();
              case PARKED -> PARKED;
            });
  }
}
