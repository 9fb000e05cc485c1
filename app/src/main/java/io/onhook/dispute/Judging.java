package io.onhook.dispute;

import io.onhook.engine.CaseId;
import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.engine.Signal;
import io.onhook.engine.SignalAnswer;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.worklist.Verdict;
import io.onhook.worklist.VerdictAnswer;
import io.onhook.worklist.Worklist;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what staff say about a dispute, and tells its case once enough of them have said it. */
@Component
final class Judging {
  private final Cases cases;
  private final Worklist worklist;
  private final Packs packs;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Judging(
      Cases cases,
      Worklist worklist,
      Packs packs,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.cases = cases;
    this.worklist = worklist;
    this.packs = packs;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  DecisionAnswer decide(CaseId id, boolean upheld, String words, Actor staff) {
    CaseView view = cases.find(id).orElseThrow();
    if (view.standing() != CaseView.Standing.DECISION) {
      return new DecisionAnswer.NothingToDecide();
    }
    Dispute it = view.state(Dispute.class);
    if (it.raisedBy().equals(staff) || it.partyId().equals(staff.id())) {
      return new DecisionAnswer.OwnCase();
    }
    if (!upheld && words.isBlank()) {
      return new DecisionAnswer.WordsMissing();
    }
    int people = packs.of(it.packId(), it.packVersion()).request().review().fourEyes() ? 2 : 1;
    var verdict = new Verdict(staff.id(), clock.instant(), upheld, List.of(), words.strip());
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              cases.hold(id);
              DecisionAnswer answer = said(id, verdict, staff, people);
              if (answer instanceof DecisionAnswer.NothingToDecide) {
                status.setRollbackOnly();
              }
              return answer;
            }));
  }

  private DecisionAnswer said(CaseId id, Verdict verdict, Actor staff, int people) {
    return switch (worklist.say(id, DecideDispute.STEP, verdict, people)) {
      case VerdictAnswer.Stands() -> tell(id, verdict, staff);
      case VerdictAnswer.NeedsSecondPerson() -> new DecisionAnswer.NeedsSecondPerson();
      case VerdictAnswer.SamePerson() -> new DecisionAnswer.SamePerson();
      case VerdictAnswer.ClaimedBy(String colleague) -> new DecisionAnswer.ClaimedBy(colleague);
      case VerdictAnswer.NotOpen() -> new DecisionAnswer.NothingToDecide();
    };
  }

  private DecisionAnswer tell(CaseId id, Verdict verdict, Actor staff) {
    var signal =
        new Signal(
            DecideDispute.STEP,
            DecideDispute.STEP,
            staff,
            new DecideDispute.Said(verdict.approved()).payload());
    return cases.signal(id, signal) instanceof SignalAnswer.Accepted
        ? new DecisionAnswer.Decided()
        : new DecisionAnswer.NothingToDecide();
  }
}
