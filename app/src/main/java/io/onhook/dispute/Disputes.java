package io.onhook.dispute;

import io.onhook.engine.CaseId;
import io.onhook.engine.Cases;
import io.onhook.line.LineId;
import io.onhook.policy.Packs;
import io.onhook.settlement.Bill;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.vault.Vault;
import io.onhook.worklist.Verdict;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.WorkQuery;
import io.onhook.worklist.Worklist;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The module's door: dispute a charge, see what is disputed, decide it.
 *
 * <p>A holder sees and touches charges of their own lines only; the doors of staff check roles.
 */
@Component
public final class Disputes {
  /** The name of the process, as work lists know it. */
  public static final String PROCESS = DisputeProcess.NAME;

  private final DisputeStore store;
  private final Raising raising;
  private final Judging judging;
  private final Worklist worklist;
  private final Cases cases;
  private final Vault vault;
  private final Packs packs;

  Disputes(
      DataSource database,
      Raising raising,
      Judging judging,
      Worklist worklist,
      Cases cases,
      Vault vault,
      Packs packs) {
    this.store = new DisputeStore(JdbcClient.create(database));
    this.raising = raising;
    this.judging = judging;
    this.worklist = worklist;
    this.cases = cases;
    this.vault = vault;
    this.packs = packs;
  }

  /** Whether the pack in force lets charges be disputed here. */
  public boolean areOpen() {
    return packs.current().money().disputable();
  }

  /** Whether this charge can be disputed: it is owed, and asked for now or by the next bill. */
  public static boolean fits(Bill bill, Bill.Charge charge) {
    return charge.id() != null
        && charge.amount().isPositive()
        && (bill.isAskedFor() || bill.isUnbilled());
  }

  /**
   * Disputes a charge of an open bill, or one that is not billed yet. Set aside from this moment
   * on.
   *
   * @param reason in the holder's words, 1 to 1000 characters
   */
  public RaiseAnswer raise(RaiseDispute request, Actor holder) {
    return raising.raise(request, holder);
  }

  /** All that was ever disputed on a line, the oldest first. */
  public List<Contested> ofLine(LineId line) {
    return store.ofLine(line);
  }

  /** What nobody asks for just now on this line. */
  public List<Contested> setAside(LineId line) {
    return store.ofLine(line).stream().filter(Contested::setAside).toList();
  }

  /** In what words it was decided; empty before, or if nothing was said. */
  public Optional<String> words(CaseReference reference) {
    return store
        .caseOf(reference)
        .flatMap(
            id ->
                worklist.history(id).stream()
                    .flatMap(item -> item.verdicts().stream())
                    .map(Verdict::text)
                    .filter(text -> !text.isBlank())
                    .reduce((a, b) -> b));
  }

  /** What waits for a person, the most urgent first. For staff's doors only. */
  public List<Waiting> waiting(int limit) {
    return worklist.open(WorkQuery.decisionsOf(PROCESS), 0, limit).stream()
        .flatMap(this::shown)
        .toList();
  }

  private Stream<Waiting> shown(WorkItem work) {
    return cases
        .find(work.caseId())
        .filter(view -> view.state() instanceof Dispute)
        .map(view -> view.state(Dispute.class))
        .flatMap(
            it ->
                store
                    .find(it.reference())
                    .map(
                        row ->
                            new Waiting(
                                row,
                                vault.open(it.reason()).orElse(""),
                                work.dueAt(),
                                work.standing().stream()
                                    .filter(Verdict::approved)
                                    .map(Verdict::staff)
                                    .findFirst())))
        .stream();
  }

  /**
   * Upholds a dispute or drops it.
   *
   * @param words for the holder; needed where it is dropped
   */
  public DecisionAnswer decide(CaseReference reference, boolean upheld, String words, Actor staff) {
    Optional<CaseId> id =
        staff.kind() == Actor.Kind.HOLDER ? Optional.empty() : store.caseOf(reference);
    return id.map(it -> judging.decide(it, upheld, words, staff))
        .orElseGet(DecisionAnswer.NothingToDecide::new);
  }
}
