package io.onhook.cancellation;

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
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what reviewers say, and tells the case once enough of them have said it. */
final class Deciding {
  private final Cases cases;
  private final Worklist worklist;
  private final Packs packs;
  private final Asking asking;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Deciding(
      Cases cases,
      Worklist worklist,
      Packs packs,
      Asking asking,
      TransactionTemplate transaction,
      Clock clock) {
    this.cases = cases;
    this.worklist = worklist;
    this.packs = packs;
    this.asking = asking;
    this.transaction = transaction;
    this.clock = clock;
  }

  DecideAnswer decide(CancellationStore.Row row, ReviewDecision decision, Actor staff) {
    CaseView it = cases.find(row.caseId()).orElseThrow();
    if (it.standing() != CaseView.Standing.DECISION) {
      return new DecideAnswer.NothingToDecide();
    }
    if (Authority.isOwn(staff, row.submittedBy(), row.partyId())) {
      return new DecideAnswer.OwnCase();
    }
    return switch (decision) {
      case ReviewDecision.AskForMore ask -> asking.ask(it, ask, staff);
      case ReviewDecision.Final said -> decide(row, it, said, staff);
    };
  }

  private DecideAnswer decide(
      CancellationStore.Row row, CaseView it, ReviewDecision.Final decision, Actor staff) {
    if (!isReasoned(decision)) {
      return new DecideAnswer.ReasonMissing();
    }
    String step = it.step().orElseThrow();
    boolean fourEyes =
        it.state(Cancellation.class).terms().pack(packs).request().review().fourEyes();
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              cases.hold(row.caseId());
              DecideAnswer answer = say(row, step, decision, staff, fourEyes ? 2 : 1);
              if (answer instanceof DecideAnswer.NothingToDecide) {
                status.setRollbackOnly();
              }
              return answer;
            }));
  }

  private static boolean isReasoned(ReviewDecision.Final decision) {
    return switch (decision) {
      case ReviewDecision.Approve approve -> true;

      case ReviewDecision.NotApprove(var reasons, var text) ->
          !reasons.isEmpty() && (!text.isBlank() || !reasons.contains(ReviewDecision.Reason.OTHER));
    };
  }

  private DecideAnswer say(
      CancellationStore.Row row,
      String step,
      ReviewDecision.Final decision,
      Actor staff,
      int people) {
    Verdict verdict = verdict(decision, staff);
    return switch (worklist.say(row.caseId(), step, verdict, people)) {
      case VerdictAnswer.Stands() -> tell(row, step, verdict, staff);
      case VerdictAnswer.NeedsSecondPerson() -> new DecideAnswer.NeedsSecondPerson();
      case VerdictAnswer.SamePerson() -> new DecideAnswer.SamePerson();
      case VerdictAnswer.ClaimedBy(String colleague) -> new DecideAnswer.ClaimedBy(colleague);
      case VerdictAnswer.NotOpen() -> new DecideAnswer.NothingToDecide();
    };
  }

  private Verdict verdict(ReviewDecision.Final decision, Actor staff) {
    return switch (decision) {
      case ReviewDecision.Approve(String note) ->
          new Verdict(staff.id(), clock.instant(), true, List.of(), note);
      case ReviewDecision.NotApprove(var reasons, var text) ->
          new Verdict(
              staff.id(),
              clock.instant(),
              false,
              reasons.stream().map(ReviewDecision.Reason::key).toList(),
              text);
    };
  }

  private DecideAnswer tell(CancellationStore.Row row, String step, Verdict verdict, Actor staff) {
    var signal =
        new Signal(step, step, staff, new Said(verdict.approved(), verdict.reasons()).payload());
    return switch (cases.signal(row.caseId(), signal)) {
      case SignalAnswer.Accepted() -> new DecideAnswer.Decided();
      case SignalAnswer.Repeated repeated -> new DecideAnswer.NothingToDecide();
      case SignalAnswer.TooLate late -> new DecideAnswer.NothingToDecide();
      case SignalAnswer.Ended ended -> new DecideAnswer.NothingToDecide();
      case SignalAnswer.NoSuchCase none -> new DecideAnswer.NothingToDecide();
      case SignalAnswer.NotExpected elsewhere -> new DecideAnswer.NothingToDecide();
    };
  }
}
