package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.settlement.Billing;
import io.onhook.settlement.Billing.RefundOrder;
import io.onhook.shared.Answer;
import io.onhook.shared.CaseReference;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.WorkQuery;
import io.onhook.worklist.Worklist;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The door for money on its way back: what we record of it, and what the operator's payments say.
 * It only reads; staff's doors check roles.
 */
@Component
public final class Refunds {
  private static final String PROCESS = RefundProcess.REFUND.name();

  private static final WorkQuery STUCK =
      new WorkQuery(WorkItem.Kind.PARKED, PROCESS, null, WorkQuery.State.TO_DO, null, null, null);

  /** What waits for a person first, then by the day on which it is due. */
  private static final Comparator<RefundView> URGENCY =
      Comparator.comparing(RefundView::standing)
          .thenComparing(RefundView::dueAt)
          .thenComparing(it -> it.reference().text());

  private final CancellationStore store;
  private final Cases cases;
  private final Worklist worklist;
  private final Billing billing;
  private final Clock clock;

  Refunds(DataSource database, Cases cases, Worklist worklist, Billing billing, Clock clock) {
    this.store = new CancellationStore(JdbcClient.create(database));
    this.cases = cases;
    this.worklist = worklist;
    this.billing = billing;
    this.clock = clock;
  }

  /** Refunds that have not arrived, the most urgent first. */
  public List<RefundView> outstanding(int most) {
    Stream<CaseId> stuck = worklist.open(STUCK, 0, most).stream().map(WorkItem::caseId);
    Stream<CaseId> due =
        store.refundsDue(most).stream().flatMap(reference -> caseOf(reference).stream());
    return Stream.concat(stuck, due)
        .distinct()
        .flatMap(id -> cases.find(id).stream())
        .map(this::view)
        .filter(it -> it.standing().compareTo(RefundView.Standing.ARRIVED) < 0)
        .sorted(URGENCY)
        .limit(most)
        .toList();
  }

  /** What the operator's payments say now of this case's refund; asks them. */
  public BankWord bank(CaseReference reference) {
    return caseOf(reference)
        .flatMap(cases::find)
        .map(it -> it.state(Refund.class).order())
        .map(order -> word(billing.findRefund(order.effectKey())))
        .orElse(BankWord.NONE);
  }

  private Optional<CaseId> caseOf(CaseReference reference) {
    return cases.find(PROCESS, reference.text());
  }

  private static BankWord word(Answer<Optional<RefundOrder>> answer) {
    return switch (answer) {
      case Answer.Got<Optional<RefundOrder>>(var found) ->
          found.map(Refunds::word).orElse(BankWord.NONE);
      case Answer.Failed<Optional<RefundOrder>> failed -> BankWord.SILENT;
      case Answer.Silent<Optional<RefundOrder>> silent -> BankWord.SILENT;
    };
  }

  private static BankWord word(RefundOrder refund) {
    if (refund.arrived()) {
      return BankWord.ARRIVED;
    }
    return refund.cameBack() ? BankWord.CAME_BACK : BankWord.UNDER_WAY;
  }

  private RefundView view(CaseView it) {
    Refund refund = it.state(Refund.class);
    boolean stuck = it.standing() == CaseView.Standing.PARKED;
    return new RefundView(
        refund.reference(),
        it.id(),
        refund.amount(),
        refund.dueAt(),
        standing(it, refund),
        stuck ? Optional.ofNullable(it.why()) : Optional.empty());
  }

  private RefundView.Standing standing(CaseView it, Refund refund) {
    if (refund.arrivedAt() != null) {
      return RefundView.Standing.ARRIVED;
    }
    return switch (it.standing()) {
      case PARKED -> RefundView.Standing.STUCK;
      case ENDED -> RefundView.Standing.ENDED;
      case RUNNING, WAITING, DECISION ->
          clock.instant().isBefore(refund.dueAt())
              ? RefundView.Standing.UNDER_WAY
              : RefundView.Standing.LATE;
    };
  }
}
