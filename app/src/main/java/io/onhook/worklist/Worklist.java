package io.onhook.worklist;

import io.onhook.engine.CaseId;
import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The module's only door: the work that cases have for people.
 *
 * <p>Items come and go by themselves: the engine tells when a case starts and stops waiting for a
 * person.
 */
@Component
public final class Worklist {
  private final WorkItemStore items;
  private final TransactionTemplate transaction;
  private final Journal journal;
  private final Clock clock;

  /** Reads and writes in the caller's transaction, if there is one. */
  public Worklist(
      DataSource database, PlatformTransactionManager transactions, Journal journal, Clock clock) {
    this.items = new WorkItemStore(JdbcClient.create(database));
    this.transaction = new TransactionTemplate(transactions);
    this.journal = journal;
    this.clock = clock;
  }

  /** Open work that fits, the most urgent first. */
  public List<WorkItem> open(WorkQuery query, int limit) {
    return items.open(query, limit);
  }

  /** How much open work fits. */
  public int count(WorkQuery query) {
    return items.count(query);
  }

  /** The open work of a case, if it waits for a person. */
  public Optional<WorkItem> ofCase(CaseId caseId) {
    return items.openOf(caseId);
  }

  /** All work a case ever made, oldest first, with what was said of it. */
  public List<WorkItem> history(CaseId caseId) {
    return items.ofCase(caseId);
  }

  /**
   * Takes an item, so that colleagues see that it is being looked at. One's own claim is renewed.
   *
   * @return false if a colleague has it, or it is done
   */
  public boolean claim(long item, String staff) {
    return items.claim(item, staff, clock.instant());
  }

  /** Gives an item back. Nothing happens if it is not this person's. */
  public void release(long item, String staff) {
    items.release(item, staff);
  }

  /**
   * Keeps what a person says. A no stands at once; a yes stands when enough people have said it.
   * Joins the caller's transaction, so that it is stored together with what follows from it.
   *
   * @param people how many different people must agree: 1, or 2 for four eyes
   */
  public VerdictAnswer say(CaseId caseId, String step, Verdict verdict, int people) {
    return Objects.requireNonNull(
        transaction.execute(
            status ->
                items
                    .lock(caseId, step)
                    .map(item -> say(item, verdict, people))
                    .orElseGet(VerdictAnswer.NotOpen::new)));
  }

  private VerdictAnswer say(WorkItem item, Verdict verdict, int people) {
    var colleague = item.claimedBy().filter(staff -> !staff.equals(verdict.staff()));
    var lapsed = verdict.at().minus(WorkItemStore.CLAIM);
    if (colleague.isPresent() && item.claimedAt().filter(lapsed::isBefore).isPresent()) {
      return new VerdictAnswer.ClaimedBy(colleague.get());
    }
    if (!items.add(item.id(), verdict)) {
      return new VerdictAnswer.SamePerson();
    }
    journal.record(
        "worklist",
        Actor.staff(verdict.staff()),
        verdict.approved() ? "approved" : "not-approved",
        item.caseId() + "/" + item.step(),
        "{\"item\":" + item.id() + "}");
    long agreed = item.verdicts().stream().filter(Verdict::approved).count() + 1;
    if (verdict.approved() && agreed < people) {
      items.release(item.id(), verdict.staff());
      return new VerdictAnswer.NeedsSecondPerson();
    }
    items.decided(item.id(), verdict.at());
    return new VerdictAnswer.Stands();
  }
}
