package io.onhook.cancellation;

import io.onhook.engine.CaseId;
import io.onhook.engine.CaseProcess;
import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.engine.Ending;
import io.onhook.engine.Signal;
import io.onhook.engine.SignalAnswer;
import io.onhook.notice.Notices;
import io.onhook.policy.AuthorityRule;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.worklist.Verdict;
import io.onhook.worklist.VerdictAnswer;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.WorkQuery;
import io.onhook.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for owners who say that it was not them, and for the people who then look. */
public final class Objections {
  /** Until here an objection stops a case where it stands; behind it the case turns round. */
  private static final List<String> STOPPED_AT =
      CancellationProcess.CANCELLATION.nodes().stream()
          .map(CaseProcess.Node::name)
          .takeWhile(name -> !name.equals("look-up-subscriber"))
          .toList();

  private static final int PEOPLE = 2;

  private final CancellationStore store;
  private final TransactionTemplate transaction;
  private final ObjectionLinks links;
  private final CaseNotices caseNotices;
  private final Notices notices;
  private final Cases cases;
  private final CancellationViews views;
  private final Worklist worklist;
  private final Packs packs;
  private final Clock clock;

  Objections(
      CancellationStore store,
      TransactionTemplate transaction,
      ObjectionLinks links,
      CaseNotices caseNotices,
      Notices notices,
      Cases cases,
      CancellationViews views,
      Worklist worklist,
      Packs packs,
      Clock clock) {
    this.store = store;
    this.transaction = transaction;
    this.links = links;
    this.caseNotices = caseNotices;
    this.notices = notices;
    this.cases = cases;
    this.views = views;
    this.worklist = worklist;
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * What a link is about, for who came by it: enough to know the line again.
   *
   * @param maskedNumber of the line
   * @param receivedAt when somebody asked for its end
   * @param objected what this contact said before; empty if nothing
   * @param stoppable whether there is still something to stop
   */
  public record Subject(
      String maskedNumber, Instant receivedAt, Optional<Objected> objected, boolean stoppable) {}

  /** Looks only: mail programs follow links by themselves. Empty if it is no link of ours. */
  public Optional<Subject> subject(String token) {
    return links
        .read(token)
        .flatMap(
            link ->
                store
                    .find(link.reference())
                    .map(
                        row -> {
                          CaseView it = cases.find(row.caseId()).orElseThrow();
                          Cancellation state = it.state(Cancellation.class);
                          return new Subject(
                              state.subject().maskedNumber(),
                              row.receivedAt(),
                              find(link.reference(), link.contact()),
                              !isOver(it));
                        }));
  }

  /** Objects. Whoever has the link has a contact of the account, and needs nothing else. */
  public ObjectAnswer object(String token) {
    Optional<ObjectionLinks.Link> link = links.read(token);
    Optional<CancellationStore.Row> row = link.flatMap(it -> store.find(it.reference()));
    return row.isEmpty()
        ? new ObjectAnswer.NoSuchLink()
        : Objects.requireNonNull(
            transaction.execute(status -> held(row.get(), link.get().contact())));
  }

  private ObjectAnswer held(CancellationStore.Row row, int contact) {
    // Nothing of the case's comes in between: what it does next, it does knowing of this.
    cases.hold(row.caseId());
    CaseView it = cases.find(row.caseId()).orElseThrow();
    Cancellation state = it.state(Cancellation.class);
    if (contact > state.applicant().known().size()) {
      return new ObjectAnswer.NoSuchLink();
    }
    if (find(row.reference(), contact).isPresent()) {
      return new ObjectAnswer.Before();
    }
    if (isOver(it)) {
      return new ObjectAnswer.NothingToStop();
    }
    Actor owner = Actor.holder(row.partyId());
    Objected.Effect effect = effect(it, state, contact, owner);
    cases.start(
        Objection.OBJECTION,
        Objection.key(row.reference(), contact),
        new Objection(
            row.reference(),
            row.caseId(),
            contact,
            state.applicant().known().get(contact - 1).channel(),
            clock.instant(),
            effect,
            state.applicant().way(),
            null),
        owner);
    if (effect == Objected.Effect.STOPPED) {
      // Where it is taken back at once, the case's own end tells of it.
      notices.send(List.of(caseNotices.stopped(state, contact)), owner);
    }
    return new ObjectAnswer.Taken(effect);
  }

  private Objected.Effect effect(CaseView it, Cancellation state, int contact, Actor owner) {
    var rule = state.terms().pack(packs).request().authority().objection();
    boolean waits =
        rule == AuthorityRule.Objection.TWO_PEOPLE
            && it.step().filter(STOPPED_AT::contains).isPresent();
    String kind = waits ? Objection.signal(contact) : Signal.RETRACTION;
    var answer = cases.signal(it.id(), new Signal(kind, kind, owner, "{}"));
    return switch (answer) {
      case SignalAnswer.Accepted() -> waits ? Objected.Effect.STOPPED : Objected.Effect.TAKEN_BACK;
      case SignalAnswer.Repeated() -> Objected.Effect.TAKEN_BACK;
      case SignalAnswer.TooLate(String step) -> Objected.Effect.TOO_LATE;
      case SignalAnswer.Ended(Ending ending) -> Objected.Effect.TOO_LATE;
      case SignalAnswer.NotExpected(String step) -> Objected.Effect.TOO_LATE;
      case SignalAnswer.NoSuchCase() -> Objected.Effect.TOO_LATE;
    };
  }

  /** Taken back or not approved, or on its way there. */
  private static boolean isOver(CaseView it) {
    return it.undoing() || (it.ending() != null && !(it.ending() instanceof Ending.Completed));
  }

  /** All objections to a case; empty as well if it is not this viewer's. */
  public List<Objected> of(CaseReference reference, Actor viewer) {
    return store.find(reference).filter(row -> Authority.mayAct(viewer, row.partyId())).stream()
        .flatMap(
            row -> {
              int told =
                  cases
                      .find(row.caseId())
                      .orElseThrow()
                      .state(Cancellation.class)
                      .applicant()
                      .known()
                      .size();
              return IntStream.rangeClosed(1, told)
                  .mapToObj(contact -> find(reference, contact))
                  .flatMap(Optional::stream);
            })
        .toList();
  }

  /** One of them, for staff. */
  public Optional<Objected> find(CaseReference reference, int contact) {
    return cases
        .find(Objection.NAME, Objection.key(reference, contact))
        .flatMap(cases::find)
        .map(it -> objected(it.id(), it.state(Objection.class)));
  }

  private static Objected objected(CaseId id, Objection it) {
    return new Objected(
        it.reference(),
        it.contact(),
        it.channel(),
        it.at(),
        it.effect(),
        Optional.ofNullable(it.founded()),
        id);
  }

  /**
   * An objection that people have to look at.
   *
   * @param it the objection
   * @param subject the case that it is about
   * @param work what was said of it so far
   */
  public record Open(Objected it, CancellationView subject, WorkItem work) {}

  /** Those that wait for people, the most urgent first. */
  public List<Open> open(int limit) {
    return worklist.open(WorkQuery.decisionsOf(Objection.NAME), 0, limit).stream()
        .flatMap(
            work ->
                cases.find(work.caseId()).stream()
                    .map(view -> objected(view.id(), view.state(Objection.class)))
                    .flatMap(
                        it ->
                            store.find(it.reference()).stream()
                                .map(row -> new Open(it, views.view(row), work))))
        .toList();
  }

  /**
   * Says what was found. One person takes the case back, two let it go on.
   *
   * @param founded whether it was not the holder who asked
   * @param note for colleagues and auditors
   * @param staff an actor of kind staff
   */
  public DecideAnswer decide(
      CaseReference reference, int contact, boolean founded, String note, Actor staff) {
    Optional<CancellationStore.Row> row = store.find(reference);
    Optional<CaseId> id = cases.find(Objection.NAME, Objection.key(reference, contact));
    if (staff.kind() != Actor.Kind.STAFF || row.isEmpty() || id.isEmpty()) {
      return new DecideAnswer.NoSuchCase();
    }
    if (Authority.isOwn(staff, row.get().submittedBy(), row.get().partyId())) {
      return new DecideAnswer.OwnCase();
    }
    if (note.isBlank()) {
      return new DecideAnswer.ReasonMissing();
    }
    return Objects.requireNonNull(
        transaction.execute(status -> said(id.get(), founded, note, staff)));
  }

  private DecideAnswer said(CaseId id, boolean founded, String note, Actor staff) {
    cases.hold(id);
    var verdict = new Verdict(staff.id(), clock.instant(), !founded, List.of(), note.strip());
    return switch (worklist.say(id, JudgeObjection.STEP, verdict, PEOPLE)) {
      case VerdictAnswer.Stands stands -> {
        var signal =
            new Signal(
                JudgeObjection.STEP,
                JudgeObjection.STEP,
                staff,
                new Said(!founded, List.of()).payload());
        yield cases.signal(id, signal) instanceof SignalAnswer.Accepted
            ? new DecideAnswer.Decided()
            : new DecideAnswer.NothingToDecide();
      }
      case VerdictAnswer.NeedsSecondPerson second -> new DecideAnswer.NeedsSecondPerson();
      case VerdictAnswer.SamePerson same -> new DecideAnswer.SamePerson();
      case VerdictAnswer.ClaimedBy(String colleague) -> new DecideAnswer.ClaimedBy(colleague);
      case VerdictAnswer.NotOpen none -> new DecideAnswer.NothingToDecide();
    };
  }
}
