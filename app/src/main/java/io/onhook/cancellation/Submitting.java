package io.onhook.cancellation;

import io.onhook.cancellation.SubmitAnswer.AlreadyOpen;
import io.onhook.cancellation.SubmitAnswer.NotReckonable;
import io.onhook.cancellation.SubmitAnswer.PartnerUnavailable;
import io.onhook.cancellation.SubmitAnswer.Refused;
import io.onhook.cancellation.SubmitAnswer.Submitted;
import io.onhook.document.Document;
import io.onhook.document.Documents;
import io.onhook.document.Drawer;
import io.onhook.engine.Cases;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.policy.Gate;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Fault;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes a request in: checks it all, then stores it whole or not at all. */
final class Submitting {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST_KEY = 200;

  /** Whose line it is, and whether there is one: the holder corrects what was typed. */
  private static final Set<Gate> TO_BE_PUT_RIGHT =
      Set.of(Gate.IDENTITY_MISMATCH, Gate.ALREADY_ENDED);

  private final CancellationStore store;
  private final Standings standings;
  private final Receiving receiving;
  private final Beginning beginning;
  private final Confirming confirming;
  private final Documents documents;
  private final Cases cases;
  private final Packs packs;
  private final Vault vault;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final RandomGenerator random;

  Submitting(
      CancellationStore store,
      Standings standings,
      Receiving receiving,
      Beginning beginning,
      Confirming confirming,
      Documents documents,
      Cases cases,
      Packs packs,
      Vault vault,
      TransactionTemplate transaction,
      Clock clock,
      RandomGenerator random) {
    this.store = store;
    this.standings = standings;
    this.receiving = receiving;
    this.beginning = beginning;
    this.confirming = confirming;
    this.documents = documents;
    this.cases = cases;
    this.packs = packs;
    this.vault = vault;
    this.transaction = transaction;
    this.clock = clock;
    this.random = random;
  }

  SubmitAnswer submit(
      CancelLine request, Actor actor, String key, @Nullable Confirmation confirmation) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      return refused(
          new CancellationRefusal.WrongField(
              "idempotencyKey", "idempotency-key.form", "Give a key of 1 to 200 characters."));
    }
    // The confirmation's time moves with each attempt at the same request; all else is its content.
    String body = vault.digest("cancel-line", JSON.writeValueAsString(content(request)));
    return answered(actor, key, body)
        .orElseGet(() -> fresh(new Sent(request, actor, key, body, confirmation)));
  }

  /** A request, with all that came with it. */
  private record Sent(
      CancelLine request,
      Actor actor,
      String key,
      String body,
      @Nullable Confirmation confirmation) {}

  private static CancelLine content(CancelLine it) {
    return new CancelLine(
        it.line(),
        it.holderName(),
        it.documentKind(),
        it.documentNumber(),
        it.endsOn(),
        new Contact(it.contact().channel(), it.contact().address(), null),
        it.refundAccount(),
        it.language(),
        it.way(),
        it.papers(),
        new TreeMap<>(it.dependants()),
        it.representative());
  }

  private Optional<SubmitAnswer> answered(Sent sent) {
    return answered(sent.actor(), sent.key(), sent.body());
  }

  private Optional<SubmitAnswer> answered(Actor actor, String key, String body) {
    return store
        .answered(actor.toString(), key)
        .map(
            before ->
                before.body().equals(body)
                    ? repeated(before.reference())
                    : refused(new CancellationRefusal.KeyReused()));
  }

  private Submitted repeated(CaseReference reference) {
    var row = store.find(reference).orElseThrow();
    Terms terms = cases.find(row.caseId()).orElseThrow().state(Cancellation.class).terms();
    return new Submitted(reference, terms.receivedAt(), terms.dates(), true);
  }

  private SubmitAnswer fresh(Sent sent) {
    CancelLine request = sent.request();
    List<CancellationRefusal> wrong = RequestCheck.typed(request);
    if (!wrong.isEmpty()) {
      return new Refused(wrong);
    }
    return switch (standings.of(request.line())) {
      case Answer.Got<Optional<Standing>>(var found) ->
          found
              .filter(standing -> Authority.mayAct(sent.actor(), standing.line()))
              .map(standing -> judged(sent, standing))
              .orElseGet(() -> refused(new CancellationRefusal.NoSuchLine()));
      case Answer.Failed<Optional<Standing>>(var fault) -> away(request.line(), fault);
      case Answer.Silent<Optional<Standing>>(var fault) -> away(request.line(), fault);
    };
  }

  private static SubmitAnswer away(LineId line, Fault fault) {
    return fault.isOtherCurrency() ? new NotReckonable(line, fault) : new PartnerUnavailable(fault);
  }

  private SubmitAnswer judged(Sent sent, Standing standing) {
    CancelLine request = sent.request();
    Line line = standing.line();
    Optional<CaseReference> open = store.open(line.id());
    if (open.isPresent()) {
      // It may be this very request, sent twice at once: then it gets the first one's answer.
      return answered(sent).orElseGet(() -> new AlreadyOpen(open.get()));
    }
    Instant now = clock.instant();
    Pack pack = packs.current();
    var identity =
        HolderMatch.compare(
            line.holder(), request.holderName(), request.documentKind(), request.documentNumber());
    List<Dependant> dependants = Choosing.dependants(request, pack, line);
    var family = new Family(null, dependants);
    var eligibility =
        new Assessment(
                pack,
                as(request.representative(), standing.with(identity), pack)
                    .deciding(family.decided()),
                now)
            .assess(request.endsOn());
    var no = new ArrayList<>(RequestCheck.fitting(request, line, pack, sent.actor(), now));
    no.addAll(RepresentativeCheck.of(request, pack, pack.days().dateOf(now)));
    no.addAll(Choosing.wrong(request, pack, line));
    var children = new ArrayList<Child>();
    for (Dependant dependant : dependants) {
      if (dependant.hasOwnCase() && store.open(dependant.id()).isEmpty()) {
        switch (standings.of(dependant.id())) {
          case Answer.Got<Optional<Standing>>(Optional<Standing> found) -> {
            if (found.isPresent()) {
              children.add(child(request, found.get(), line, pack, identity, now, no));
            } else {
              no.add(Choosing.unknown(dependant));
            }
          }
          case Answer.Failed<Optional<Standing>>(var fault) -> {
            return away(dependant.id(), fault);
          }
          case Answer.Silent<Optional<Standing>>(var fault) -> {
            return away(dependant.id(), fault);
          }
        }
      }
    }
    eligibility.findings().stream()
        .filter(finding -> refuses(pack, finding))
        .map(CancellationRefusal.Blocked::new)
        .forEach(no::add);
    no.addAll(Copies.missing(request, pack, line, copies(request)));
    if (!no.isEmpty()) {
      // Sent twice at once, its copies may have gone with the first one already.
      return answered(sent).orElseGet(() -> new Refused(List.copyOf(no)));
    }
    var unconfirmed =
        confirming.missing(
            request, sent.actor(), sent.confirmation(), eligibility.quote(), pack, now);
    if (unconfirmed.isPresent()) {
      return answered(sent).orElseGet(() -> refused(unconfirmed.get()));
    }
    var reference = CaseReference.random(random);
    var state =
        receiving
            .receive(
                reference, request, line, pack, eligibility, sent.actor(), sent.confirmation(), now)
            .in(family);
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              SubmitAnswer answer = store(state, line, sent);
              if (answer instanceof Submitted) {
                answer = withChildren(answer, sent, state, children, pack, now);
              }
              Drawer papers = request.papers();
              if (!(answer instanceof Submitted)) {
                status.setRollbackOnly();
              } else if (papers != null) {
                documents.handIn(papers, reference);
              }
              return answer;
            }));
  }

  /** A line that ends with the main one, by a case of its own. */
  private record Child(Line line, Eligibility eligibility) {}

  private static Child child(
      CancelLine request,
      Standing found,
      Line main,
      Pack pack,
      Standing.Identity identity,
      Instant now,
      List<CancellationRefusal> no) {
    if (!found.line().holder().partyId().equals(main.holder().partyId())) {
      no.add(Choosing.notYours(found.line().id()));
    }
    Standing standing = as(request.representative(), found.with(identity), pack);
    var eligibility = new Assessment(pack, standing, now).assess(request.endsOn());
    eligibility.findings().stream()
        .filter(finding -> refuses(pack, finding))
        .map(CancellationRefusal.Blocked::new)
        .forEach(no::add);
    return new Child(found.line(), eligibility);
  }

  private static Standing as(@Nullable Representative who, Standing standing, Pack pack) {
    if (who == null) {
      return standing;
    }
    LocalDate until = who.mandateUntil();
    return standing.as(who.acting(), until == null ? null : pack.days().endOf(until));
  }

  /** Each child has a case and a claim of its own, or nothing of all this is stored. */
  private SubmitAnswer withChildren(
      SubmitAnswer submitted,
      Sent sent,
      Cancellation main,
      List<Child> children,
      Pack pack,
      Instant now) {
    Actor actor = sent.actor();
    for (Child child : children) {
      var reference = CaseReference.random(random);
      var state =
          receiving
              .receive(
                  reference,
                  sent.request(),
                  child.line(),
                  pack,
                  child.eligibility(),
                  actor,
                  sent.confirmation(),
                  now)
              .in(new Family(main.reference(), List.of()))
              .endingWith(main);
      Optional<CaseReference> taken = beginning.begin(state, child.line().msisdn(), actor);
      if (taken.isPresent()) {
        return new AlreadyOpen(taken.get());
      }
    }
    main.family().dependants().stream()
        .filter(dependant -> !dependant.hasOwnCase())
        .forEach(
            dependant ->
                cases.start(
                    PartingProcess.PARTING,
                    Parting.key(main.reference(), dependant.id()),
                    Parting.of(main, dependant),
                    actor));
    return submitted;
  }

  private List<Document> copies(CancelLine request) {
    Drawer papers = request.papers();
    return papers == null ? List.of() : documents.inDrawer(papers);
  }

  private SubmitAnswer store(Cancellation state, Line line, Sent sent) {
    Actor actor = sent.actor();
    CaseReference reference = state.reference();
    Terms terms = state.terms();
    if (!store.take(actor.toString(), sent.key(), sent.body(), reference, terms.receivedAt())) {
      return answered(sent).orElseThrow();
    }
    Confirmation confirmation = sent.confirmation();
    if (confirmation != null && !store.spend(confirmation, reference)) {
      return refused(
          new CancellationRefusal.NotConfirmed(CancellationRefusal.NotConfirmed.Why.USED));
    }
    Optional<CaseReference> taken = beginning.begin(state, line.msisdn(), actor);
    if (taken.isPresent()) {
      return new AlreadyOpen(taken.get());
    }
    return new Submitted(reference, terms.receivedAt(), terms.dates(), false);
  }

  /** A declaration is never refused: what else blocks is waited for, or a person looks. */
  private static boolean refuses(Pack pack, GateFinding finding) {
    return finding.blocks() && (pack.isApplication() || TO_BE_PUT_RIGHT.contains(finding.gate()));
  }

  private static Refused refused(CancellationRefusal refusal) {
    return new Refused(List.of(refusal));
  }
}
