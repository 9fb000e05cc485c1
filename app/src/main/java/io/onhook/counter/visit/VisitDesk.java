package io.onhook.counter.visit;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.cancellation.Confirmation;
import io.onhook.cancellation.CopyNeeded;
import io.onhook.document.Document;
import io.onhook.line.LineId;
import io.onhook.policy.Acting;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.policy.Text;
import io.onhook.visit.Identities;
import io.onhook.visit.Signatures;
import io.onhook.visit.Sims;
import io.onhook.visit.TakeUpAnswer;
import io.onhook.visit.Visit;
import io.onhook.visit.Visitor;
import io.onhook.visit.Visitors;
import io.onhook.visit.Visits;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of a visit have in common. */
@Component
class VisitDesk {
  private final Visits visits;
  private final Identities identities;
  private final Visitors visitors;
  private final Sims sims;
  private final Signatures signatures;
  private final Cancellations cancellations;
  private final Packs packs;

  VisitDesk(
      Visits visits,
      Identities identities,
      Visitors visitors,
      Sims sims,
      Signatures signatures,
      Cancellations cancellations,
      Packs packs) {
    this.visits = visits;
    this.identities = identities;
    this.visitors = visitors;
    this.sims = sims;
    this.signatures = signatures;
    this.cancellations = cancellations;
    this.packs = packs;
  }

  /**
   * The visit of an address.
   *
   * @throws ResponseStatusException 404 if there is none
   */
  Visit visit(long id) {
    return visits.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Where its pages are. */
  static String path(Visit visit) {
    return "/staff/counter/visits/" + visit.id();
  }

  /**
   * The line with all that stands in the way of who is here, if the operator's systems can be
   * asked.
   */
  Optional<Checked> checked(Visit visit, StaffPrincipal staff) {
    return look(visit, staff).flatMap(VisitDesk::known);
  }

  /** The same, or why it is not known; empty if the visit is about no line yet. */
  Optional<CheckAnswer> look(Visit visit, StaffPrincipal staff) {
    Acting said = visitors.of(visit).map(Visitor::acting).orElse(Acting.HOLDER);
    Optional<CheckAnswer> answer = visit.line().map(line -> look(line, staff, said));
    Acting acting =
        answer.flatMap(VisitDesk::known).map(it -> visitors.acting(visit, it.line())).orElse(said);
    return acting == said ? answer : visit.line().map(line -> look(line, staff, acting));
  }

  private CheckAnswer look(LineId line, StaffPrincipal staff, Acting acting) {
    return cancellations.check(line, null, staff.actor(), Confirmation.Via.LINE, acting);
  }

  static Optional<Checked> known(CheckAnswer answer) {
    return answer instanceof Checked known ? Optional.of(known) : Optional.empty();
  }

  /** The papers of which who is here leaves a copy. */
  List<PaperRow> papers(Visit visit, Checked checked, Say say) {
    List<Document> there = identities.photos(visit);
    return visitors.copies(visit, checked.line()).stream()
        .map(copy -> paper(copy, there, say))
        .toList();
  }

  private PaperRow paper(CopyNeeded copy, List<Document> there, Say say) {
    Paper.Rule words = packs.current().papers().get(copy.paper());
    return new PaperRow(
        copy.paper().key(),
        words == null ? copy.paper().key() : say.text(words.title()),
        say.text(words == null ? Text.NONE : words.text()),
        copy.sides(),
        copy.missing(there),
        there.stream().filter(document -> document.paper() == copy.paper()).toList());
  }

  Optional<CancellationView> view(Visit visit, StaffPrincipal staff) {
    return visit.reference().flatMap(reference -> cancellations.find(reference, staff.actor()));
  }

  /** Tells a page about its visit; the name of the template. */
  String page(Visit visit, StaffPrincipal staff, Problems problems, Model model, String template) {
    model.addAttribute("visit", visit);
    model.addAttribute("path", path(visit));
    model.addAttribute("problems", problems);
    model.addAttribute("refusal", refusal(visit, staff));
    model.addAttribute("visitor", visitors.of(visit).orElse(null));
    model.addAttribute("identity", identities.of(visit).orElse(null));
    model.addAttribute("photos", identities.photos(visit).size());
    model.addAttribute("sim", sims.of(visit).orElse(null));
    model.addAttribute("signedAt", signatures.signedAt(visit).orElse(null));
    return "counter/visit/" + template;
  }

  /** Why a colleague must serve, as in message keys; null if nobody must. */
  private @Nullable String refusal(Visit visit, StaffPrincipal staff) {
    return visits
        .refusal(visit, staff.actor())
        .map(
            why ->
                switch (why) {
                  case TakeUpAnswer.OwnLine own -> "own-line";
                  case TakeUpAnswer.Known known -> "known";
                  default -> "own-request";
                })
        .orElse(null);
  }
}
