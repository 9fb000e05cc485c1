package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.worklist.AskAnswer;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks a holder for more, and leaves the case in its review meanwhile. */
final class Asking {
  private final Cases cases;
  private final Worklist worklist;
  private final CaseSecrets secrets;
  private final Packs packs;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Asking(
      Cases cases,
      Worklist worklist,
      CaseSecrets secrets,
      Packs packs,
      TransactionTemplate transaction,
      Clock clock) {
    this.cases = cases;
    this.worklist = worklist;
    this.secrets = secrets;
    this.packs = packs;
    this.transaction = transaction;
    this.clock = clock;
  }

  DecideAnswer ask(CaseView it, ReviewDecision.AskForMore ask, Actor staff) {
    if (it.step().filter(Review.STEP::equals).isEmpty()) {
      return new DecideAnswer.NothingToAsk();
    }
    if (ask.needs().isEmpty() || (ask.needs().contains(Need.ANSWER) && ask.text().isBlank())) {
      return new DecideAnswer.NeedMissing();
    }
    return Objects.requireNonNull(transaction.execute(status -> held(it, ask, staff)));
  }

  private DecideAnswer held(CaseView it, ReviewDecision.AskForMore ask, Actor staff) {
    cases.hold(it.id());
    Optional<WorkItem> work = worklist.ofCase(it.id());
    if (work.isEmpty()) {
      return new DecideAnswer.NothingToDecide();
    }
    MoreNeeded asked = asked(it, work.get(), ask, staff);
    Instant atMost = AwaitMore.decideBy(asked, asked.pack(packs), asked.until());
    return switch (worklist.ask(it.id(), Review.STEP, staff, asked.until(), atMost)) {
      case AskAnswer.Asked() -> {
        cases.start(
            MoreNeeded.MORE_NEEDED, MoreNeeded.key(asked.reference(), asked.round()), asked, staff);
        yield new DecideAnswer.Asked();
      }
      case AskAnswer.Waits() -> new DecideAnswer.AskedBefore();
      case AskAnswer.ClaimedBy(String colleague) -> new DecideAnswer.ClaimedBy(colleague);
      case AskAnswer.NotOpen() -> new DecideAnswer.NothingToDecide();
    };
  }

  private MoreNeeded asked(CaseView it, WorkItem work, ReviewDecision.AskForMore ask, Actor staff) {
    Cancellation state = it.state(Cancellation.class);
    Pack pack = state.terms().pack(packs);
    Instant now = clock.instant();
    return new MoreNeeded(
        state.reference(),
        it.id(),
        work.round(),
        List.copyOf(ask.needs()),
        secrets.seal(state.reference(), ask.text().strip()),
        staff,
        now,
        pack.days().after(now, pack.request().review().more().deadline()),
        work.dueAt(),
        pack.id(),
        pack.version(),
        state.applicant().contact(),
        state.applicant().language(),
        state.subject().maskedNumber(),
        null);
  }

  /** The case of one round. */
  static Optional<CaseId> find(Cases cases, CaseReference reference, int round) {
    return cases.find(MoreNeeded.NAME, MoreNeeded.key(reference, round));
  }

  /** All rounds of a case, the first one first. */
  static List<MoreNeeded> rounds(Cases cases, CaseReference reference) {
    return IntStream.iterate(1, round -> round + 1)
        .mapToObj(round -> find(cases, reference, round))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .flatMap(id -> cases.find(id).stream())
        .map(view -> view.state(MoreNeeded.class))
        .toList();
  }
}
