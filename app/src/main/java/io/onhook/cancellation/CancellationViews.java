package io.onhook.cancellation;

import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.engine.Ending;
import io.onhook.journal.Journal;
import io.onhook.policy.Packs;
import io.onhook.settlement.FinalStatement;
import io.onhook.settlement.Quote;
import io.onhook.worklist.Verdict;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.Worklist;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows a case as people see it, out of the engine, the journal and the work list. */
final class CancellationViews {
  /** What happens next where the holder is asked for more. */
  private static final String MORE = "more";

  private final CancellationStore store;
  private final Cases cases;
  private final Journal journal;
  private final Worklist worklist;
  private final Reasons reasons;
  private final Packs packs;

  CancellationViews(
      CancellationStore store,
      Cases cases,
      Journal journal,
      Worklist worklist,
      Reasons reasons,
      Packs packs) {
    this.store = store;
    this.packs = packs;
    this.cases = cases;
    this.journal = journal;
    this.worklist = worklist;
    this.reasons = reasons;
  }

  CancellationView view(CancellationStore.Row row) {
    CaseView it =
        cases
            .find(row.caseId())
            .orElseThrow(() -> new IllegalStateException("No case for " + row.reference()));
    Cancellation state = it.state(Cancellation.class);
    Optional<WorkItem> review = review(it);
    Optional<Instant> asked = review.flatMap(WorkItem::waitingUntil);
    LineTrack line = asked.isPresent() ? LineTrack.YOUR_TURN : Tracks.line(it);
    Optional<CaseView> refund = child("refund", row);
    MoneyTrack money = Tracks.money(it, state, child("collection", row), refund);
    PromisedDates dates =
        review
            .map(work -> state.terms().dates().decidedBy(work.dueAt()))
            .orElse(state.terms().dates());
    Tracks.Next next =
        asked.isPresent()
            ? Tracks.Next.of(MORE, asked.get())
            : Tracks.next(line, money, dates, refund);
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
        dates,
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
        StepViews.of(CancellationProcess.CANCELLATION, it, journal.entries(row.caseId().value())),
        bound(state),
        billDecision(it, state));
  }

  /** The last word on a final bill that differs from the quote. */
  private Optional<BillDecision> billDecision(CaseView it, Cancellation state) {
    Quote statement = state.progress().statement();
    return statement == null
        ? Optional.empty()
        : worklist.history(it.id()).stream()
            .filter(item -> item.step().equals(Settle.STEP))
            .flatMap(item -> item.verdicts().stream())
            .reduce((earlier, later) -> later)
            .map(said -> billDecision(said, state, statement));
  }

  private BillDecision billDecision(Verdict said, Cancellation state, Quote statement) {
    List<BillDecision.Line> differences =
        FinalStatement.compare(state.terms().pack(packs), state.terms().promised(), statement)
            .differences()
            .stream()
            .map(
                it ->
                    new BillDecision.Line(
                        it.key(),
                        statement.lines().stream()
                            .filter(line -> line.key().equals(it.key()))
                            .map(Quote.Line::text)
                            .findFirst()
                            .orElse(null),
                        it.promised(),
                        it.actual()))
            .toList();
    return new BillDecision(said.approved(), said.at(), said.text(), differences);
  }

  private Bound bound(Cancellation state) {
    return new Bound(
        Optional.ofNullable(state.family().main()),
        state.family().dependants().stream()
            .map(
                it ->
                    new Bound.Hung(
                        it,
                        it.hasOwnCase()
                            ? store.ofLine(it.id()).stream()
                                .findFirst()
                                .map(CancellationStore.Row::reference)
                            : Optional.empty()))
            .toList());
  }

  /** The review that the case waits for: asking for more moves its date. */
  private Optional<WorkItem> review(CaseView it) {
    return it.standing() == CaseView.Standing.DECISION
            && it.step().filter(Review.STEP::equals).isPresent()
        ? worklist.ofCase(it.id())
        : Optional.empty();
  }

  private Optional<CaseView> child(String process, CancellationStore.Row row) {
    return cases.find(process, row.reference().text()).flatMap(cases::find);
  }
}
