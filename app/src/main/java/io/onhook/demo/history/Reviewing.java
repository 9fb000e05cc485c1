package io.onhook.demo.history;

import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.DecideAnswer;
import io.onhook.cancellation.Need;
import io.onhook.cancellation.ReviewDecision;
import io.onhook.cancellation.ReviewDecision.Reason;
import io.onhook.shared.Actor;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.WorkQuery;
import io.onhook.worklist.Worklist;
import java.util.List;

/** What reviewers do. */
final class Reviewing {
  private static final String FIRST = "reviewer";
  private static final String SECOND = "reviewer2";

  private static final List<Reason> REASONS =
      List.of(Reason.DOCUMENT_UNREADABLE, Reason.NOT_THE_HOLDER, Reason.IDENTITY_NOT_PROVEN);

  private final Leaving leaving;
  private final Cancellations cancellations;
  private final Worklist worklist;

  Reviewing(Leaving leaving, Cancellations cancellations, Worklist worklist) {
    this.leaving = leaving;
    this.cancellations = cancellations;
    this.worklist = worklist;
  }

  /** Decides a request for the first time. */
  void decide(Leaver leaver) {
    say(
        leaver,
        switch (leaver.fate()) {
          case ASKED_FOR_MORE -> new ReviewDecision.AskForMore(List.of(Need.CLEAR_PICTURE), "");
          case NOT_APPROVED ->
              new ReviewDecision.NotApprove(
                  List.of(REASONS.get(leaver.number() % REASONS.size())), "");
          case APPROVED, APPROVED_LATE, RETRACTED, BOUNCED -> new ReviewDecision.Approve("");
        });
  }

  /** Decides a request to which something was sent. */
  void approve(Leaver leaver) {
    say(leaver, new ReviewDecision.Approve(""));
  }

  private void say(Leaver leaver, ReviewDecision decision) {
    leaving
        .of(leaver)
        .filter(it -> it.decision().isPresent())
        .ifPresent(it -> say(leaver, it, decision));
  }

  private void say(Leaver leaver, CancellationView it, ReviewDecision decision) {
    DecideAnswer answer = cancellations.decide(it.reference(), decision, Actor.staff(FIRST));
    if (answer instanceof DecideAnswer.NeedsSecondPerson) {
      answer = cancellations.decide(it.reference(), decision, Actor.staff(SECOND));
    }
    switch (answer) {
      case DecideAnswer.Decided _, DecideAnswer.Asked _ -> {}
      // A day that was broken off is lived again.
      case DecideAnswer.NothingToDecide _, DecideAnswer.AskedBefore _ -> {}
      default -> throw new Unlived(leaver, answer);
    }
  }

  /** A colleague looks at something just now. */
  void claimOne() {
    worklist.open(WorkQuery.decisionsOf(Cancellations.PROCESS), 0, 1).stream()
        .map(WorkItem::id)
        .forEach(item -> worklist.claim(item, SECOND));
  }
}
