package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.line.LineId;
import io.onhook.number.NumberRest;
import io.onhook.policy.Acting;
import io.onhook.policy.Packs;
import io.onhook.settlement.Quote;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Fault;
import io.onhook.shared.Msisdn;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The module's only door: look whether a line can end, ask for its end, follow it, decide it, take
 * it back.
 *
 * <p>An actor of kind holder has the operator's party id as its id, and sees and touches lines and
 * cases of that party only: all others do not exist for it. Staff and API clients see all; their
 * doors check roles and scopes.
 */
public final class Cancellations {
  /** The name of the process, as work lists know it. */
  public static final String PROCESS = CancellationProcess.CANCELLATION.name();

  private final CancellationStore store;
  private final Standings standings;
  private final Submitting submitting;
  private final Confirming confirming;
  private final Deciding deciding;
  private final CancellationViews views;
  private final OddAmounts oddAmounts;
  private final Cases cases;
  private final Vault vault;
  private final Packs packs;
  private final Clock clock;

  Cancellations(
      CancellationStore store,
      Standings standings,
      Submitting submitting,
      Confirming confirming,
      Deciding deciding,
      CancellationViews views,
      OddAmounts oddAmounts,
      Cases cases,
      Vault vault,
      Packs packs,
      Clock clock) {
    this.store = store;
    this.standings = standings;
    this.submitting = submitting;
    this.confirming = confirming;
    this.deciding = deciding;
    this.views = views;
    this.oddAmounts = oddAmounts;
    this.cases = cases;
    this.vault = vault;
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * What stands in the way, what it costs, and when the line would end. Changes nothing of the
   * line; a person is told where its amounts can't be reckoned.
   *
   * @param endsOn the day asked for; null for the earliest
   */
  public CheckAnswer check(LineId line, @Nullable LocalDate endsOn, Actor actor) {
    return check(line, endsOn, actor, Confirmation.Via.LINE);
  }

  /** The same for a holder who proved this: who came by another contact waits a cooling time. */
  public CheckAnswer check(
      LineId line, @Nullable LocalDate endsOn, Actor actor, Confirmation.Via via) {
    return check(line, endsOn, actor, via, Acting.HOLDER);
  }

  /**
   * The same for somebody who acts in this role. A mandate is taken as good: whether it is stands
   * in the request.
   */
  public CheckAnswer check(
      LineId line, @Nullable LocalDate endsOn, Actor actor, Confirmation.Via via, Acting acting) {
    return switch (standings.of(line)) {
      case Answer.Failed<Optional<Standing>>(var fault) -> away(line, fault, actor);
      case Answer.Silent<Optional<Standing>>(var fault) -> away(line, fault, actor);
      case Answer.Got<Optional<Standing>>(var found) ->
          found
              .filter(standing -> Authority.mayAct(actor, standing.line()))
              .map(standing -> checked(standing.as(acting, Instant.MAX), endsOn, via))
              .orElseGet(CheckAnswer.NoSuchLine::new);
    };
  }

  private CheckAnswer away(LineId line, Fault fault, Actor actor) {
    oddAmounts.tell(line, fault, actor);
    return fault.isOtherCurrency()
        ? new CheckAnswer.NotReckonable(fault)
        : new CheckAnswer.PartnerUnavailable(fault);
  }

  private CheckAnswer checked(Standing standing, @Nullable LocalDate endsOn, Confirmation.Via via) {
    Instant now = clock.instant();
    var eligibility = new Assessment(packs.current(), standing, now).assess(endsOn);
    return new CheckAnswer.Checked(
        standing.line(),
        eligibility,
        Receiving.dates(packs.current(), eligibility, now, via),
        standing.bills(),
        new Outlooks(packs.current(), standing, now, Receiving.cool(packs.current(), now, via))
            .outlook(eligibility),
        store.open(standing.line().id()));
  }

  /**
   * Asks for the end of a line. Once it answers {@link SubmitAnswer.Submitted} the request is
   * durable.
   *
   * @param idempotencyKey chosen by the sender, 1 to 200 characters, its own in each actor's name:
   *     the same key with the same content gives the first acceptance again, with other content it
   *     is refused. Only an acceptance uses a key up: what was refused can be put right and sent
   *     again
   */
  public SubmitAnswer submit(CancelLine request, Actor actor, String idempotencyKey) {
    return submitted(actor, submitting.submit(request, actor, idempotencyKey, null));
  }

  /**
   * The same for a holder who asks online, where the pack says what has to be proved.
   *
   * @param confirmation by what code; it confirms this request only
   */
  public SubmitAnswer submit(
      CancelLine request, Actor actor, String idempotencyKey, Confirmation confirmation) {
    return submitted(actor, submitting.submit(request, actor, idempotencyKey, confirmation));
  }

  private SubmitAnswer submitted(Actor actor, SubmitAnswer answer) {
    if (answer instanceof SubmitAnswer.NotReckonable(var line, var fault)) {
      oddAmounts.tell(line, fault, actor);
    }
    return answer;
  }

  /**
   * What a code just before the submit is bound to: line, day, amounts, account and contact. If one
   * of them changes before the submit, the code counts no more.
   *
   * @param quote that the holder saw
   */
  public String content(CancelLine request, Quote quote) {
    return confirming.content(request, quote);
  }

  /** A case by its reference; empty as well if it is not this viewer's. */
  public Optional<CancellationView> find(CaseReference reference, Actor viewer) {
    return row(reference, viewer).map(views::view);
  }

  /**
   * A case by the engine's id, for staff's work lists. A refund, a collection or a resting number
   * leads to the case that it belongs to.
   */
  public Optional<CancellationView> find(CaseId caseId) {
    return store
        .find(caseId)
        .or(() -> cases.find(caseId).flatMap(this::belongingTo))
        .map(views::view);
  }

  private Optional<CancellationStore.Row> belongingTo(CaseView child) {
    return switch (child.state()) {
      case Refund refund -> store.find(refund.reference());
      case Dues dues -> store.find(dues.reference());
      case NumberRest rest -> store.find(rest.reference());
      case ReviewClock review -> store.find(review.cancellation());
      case Parting parting -> store.find(parting.main());
      case Objection objection -> store.find(objection.reference());
      case SwitchOver over -> store.find(over.reference());
      default -> Optional.empty();
    };
  }

  /** All cases of a holder, the newest first, ended ones too. */
  public List<CancellationView> ofHolder(String partyId) {
    return store.ofHolder(partyId).stream().map(views::view).toList();
  }

  /** All cases of a line, the newest first, ended ones too. */
  public List<CancellationView> ofLine(LineId line, Actor viewer) {
    return seen(store.ofLine(line), viewer);
  }

  /** All cases of lines that had this number, the newest first: for staff who search by it. */
  public List<CancellationView> ofNumber(Msisdn number, Actor viewer) {
    return seen(store.ofNumber(Beginning.digest(vault, number)), viewer);
  }

  private List<CancellationView> seen(List<CancellationStore.Row> rows, Actor viewer) {
    return rows.stream()
        .filter(row -> Authority.mayAct(viewer, row.partyId()))
        .map(views::view)
        .toList();
  }

  /** The line's whole number; empty if the viewer may not see the case, or once it is erased. */
  public Optional<Msisdn> number(CaseReference reference, Actor viewer) {
    return row(reference, viewer)
        .flatMap(row -> cases.find(row.caseId()))
        .flatMap(it -> vault.open(it.state(Cancellation.class).subject().number()))
        .map(Msisdn::of);
  }

  /**
   * Decides what the case waits for: the review, or a final bill that differs from the quote
   * (approved, the bill stands as it is; not approved, the quote stands).
   *
   * @param staff an actor of kind staff or API, never a holder
   */
  public DecideAnswer decide(CaseReference reference, ReviewDecision decision, Actor staff) {
    if (staff.kind() == Actor.Kind.HOLDER) {
      return new DecideAnswer.NoSuchCase();
    }
    return store
        .find(reference)
        .map(row -> deciding.decide(row, decision, staff))
        .orElseGet(DecideAnswer.NoSuchCase::new);
  }

  /** Takes a cancellation back. Known to be durable once it answers. */
  public RetractAnswer retract(CaseReference reference, Actor actor) {
    return row(reference, actor)
        .map(row -> new Retracting(store, cases).all(row, actor))
        .orElseGet(RetractAnswer.NoSuchCase::new);
  }

  private Optional<CancellationStore.Row> row(CaseReference reference, Actor viewer) {
    return store.find(reference).filter(row -> Authority.mayAct(viewer, row.partyId()));
  }
}
