package io.onhook.cancellation;

import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.engine.Ending;
import io.onhook.journal.Journal;
import java.util.Optional;

/** Shows a case as people see it, out of the engine, the journal and the work list. */
final class CancellationViews {
  private final Cases cases;
  private final Journal journal;
  private final Reasons reasons;

  CancellationViews(Cases cases, Journal journal, Reasons reasons) {
    this.cases = cases;
    this.journal = journal;
    this.reasons = reasons;
  }

  CancellationView view(CancellationStore.Row row) {
    CaseView it =
        cases
            .find(row.caseId())
            .orElseThrow(() -> new IllegalStateException("No case for " + row.reference()));
    Cancellation state = it.state(Cancellation.class);
    LineTrack line = Tracks.line(it);
    MoneyTrack money = Tracks.money(it, state, child("collection", row), child("refund", row));
    Tracks.Next next = Tracks.next(line, money, state);
    Progress progress = state.progress();
    return new CancellationView(
        row.reference(),
        row.caseId(),
        row.line(),
        row.partyId(),
        state.subject().maskedNumber(),
        state.subject().planName(),
        state.applicant().language(),
        row.submittedBy(),
        row.receivedAt(),
        line,
        money,
        state.terms().dates(),
        Optional.ofNullable(progress.endedAt()),
        Optional.ofNullable(progress.statement()).map(IssueCertificate::balance),
        Optional.ofNullable(progress.statement())
            .map(statement -> statement.toRefund())
            .filter(amount -> amount.isPositive()),
        next.what(),
        next.at(),
        Tracks.retractable(it),
        it.standing() == CaseView.Standing.DECISION ? it.step() : Optional.empty(),
        it.ending() instanceof Ending.Refused(String code) ? reasons.of(row.caseId(), code) : null,
        Optional.ofNullable(progress.certificate()),
        StepViews.of(CancellationProcess.CANCELLATION, it, journal.entries(row.caseId().value())));
  }

  private Optional<CaseView> child(String process, CancellationStore.Row row) {
    return cases.find(process, row.reference().text()).flatMap(cases::find);
  }
}
