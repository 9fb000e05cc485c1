package io.onhook.worklist;

import io.onhook.engine.CaseId;
import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import java.time.Clock;
import java.time.Instant;
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
  Worklist(
      DataSource database,
      PlatformTransactionManager transactions,
      Journal journal,
      WorkSettings settings,
      Clock clock) {
    this.items = new WorkItemStore(JdbcClient.create(database), settings.claim());
    this.transaction = new TransactionTemplate(transactions);
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Open work that fits, the most urgent first.
   *
   * @param offset so many are left out at the beginning
   * @param limit at most so many
   */
  public List<WorkItem> open(WorkQuery query, int offset, int limit) {
    return items.open(query, offset, limit, clock.instant());
  }

  /** How much open work fits. */
  public int count(WorkQuery query) {
    return items.count(query, clock.instant());
  }

  /** The open work of a case, if it waits for a person. */
  public Optional<WorkItem> ofCase(CaseId caseId) {
    return items.openOf(caseId, clock.instant());
  }

  /** All work a case ever made, oldest first, with what was said of it. */
  public List<WorkItem> history(CaseId caseId) {
    return items.ofCase(caseId, clock.instant());
  }

  /**
   * Takes an item, so that colleagues see that it is being looked at. One's own claim is renewed; a
   * claim lapses after {@code onhook.worklist.claim}.
   */
  public ClaimAnswer claim(long item, String staff) {
    Instant now = clock.instant();
    return items.claim(item, staff, now)
        ? new ClaimAnswer.Claimed()
        : items
            .claimant(item, now)
            .<ClaimAnswer>map(ClaimAnswer.TakenBy::new)
            .orElseGet(ClaimAnswer.NotOpen::new);
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
                    .lock(caseId, step, verdict.at())
                    .map(item -> say(item, verdict, people))
                    .orElseGet(VerdictAnswer.NotOpen::new)));
  }

  /**
   * Hands an item to somebody who is no staff. What was said of it so far is history: once it comes
   * back, all is said anew. Joins the caller's transaction.
   *
   * @param until when it comes back at the latest
   * @param dueAt until when staff must have done with it now
   */
  public AskAnswer ask(CaseId caseId, String step, Actor staff, Instant until, Instant dueAt) {
    return Objects.requireNonNull(
        transaction.execute(
            status ->
                items
                    .lock(caseId, step, clock.instant())
                    .map(item -> ask(item, staff, until, dueAt))
                    .orElseGet(AskAnswer.NotOpen::new)));
  }

  private AskAnswer ask(WorkItem item, Actor staff, Instant until, Instant dueAt) {
    var colleague = item.claimedBy().filter(other -> !other.equals(staff.id()));
    if (colleague.isPresent()) {
      return new AskAnswer.ClaimedBy(colleague.get());
    }
    if (item.waitingUntil().isPresent()) {
      return new AskAnswer.Waits();
    }
    items.ask(item.id(), until, dueAt);
    journal.record(
        "worklist",
        staff,
        "asked-for-more",
        item.caseId() + "/" + item.step(),
        "{\"item\":" + item.id() + "}");
    return new AskAnswer.Asked();
  }

  /**
   * The item of this step, if it waits for somebody who is no staff; nothing else happens to it
   * before the caller's transaction ends.
   */
  public Optional<WorkItem> waiting(CaseId caseId, String step) {
    return items
        .lock(caseId, step, clock.instant())
        .filter(item -> item.waitingUntil().isPresent());
  }

  private VerdictAnswer say(WorkItem item, Verdict verdict, int people) {
    var colleague = item.claimedBy().filter(staff -> !staff.equals(verdict.staff()));
    if (colleague.isPresent()) {
      return new VerdictAnswer.ClaimedBy(colleague.get());
    }
    if (!items.add(item, verdict)) {
      if (verdict.approved()) {
        return new VerdictAnswer.SamePerson();
      }
      // Who approved and then saw what is wrong is heard: in a new round, for nothing is changed.
      items.add(items.nextRound(item), verdict);
    }
    journal.record(
        "worklist",
        Actor.staff(verdict.staff()),
        verdict.approved() ? "approved" : "not-approved",
        item.caseId() + "/" + item.step(),
        "{\"item\":" + item.id() + "}");
    long agreed = item.standing().stream().filter(Verdict::approved).count() + 1;
    if (verdict.approved() && agreed < people) {
      items.release(item.id(), verdict.staff());
      return new VerdictAnswer.NeedsSecondPerson();
    }
    items.decided(item.id(), verdict.at());
    return new VerdictAnswer.Stands();
  }
}
