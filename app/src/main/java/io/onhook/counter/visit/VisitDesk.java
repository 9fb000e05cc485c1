package io.onhook.counter.visit;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.visit.Identities;
import io.onhook.visit.Signatures;
import io.onhook.visit.Sims;
import io.onhook.visit.TakeUpAnswer;
import io.onhook.visit.Visit;
import io.onhook.visit.Visits;
import io.onhook.web.Problems;
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
  private final Sims sims;
  private final Signatures signatures;
  private final Cancellations cancellations;

  VisitDesk(
      Visits visits,
      Identities identities,
      Sims sims,
      Signatures signatures,
      Cancellations cancellations) {
    this.visits = visits;
    this.identities = identities;
    this.sims = sims;
    this.signatures = signatures;
    this.cancellations = cancellations;
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

  /** The line with all that stands in its way, if the operator's systems can be asked. */
  Optional<Checked> checked(Visit visit, StaffPrincipal staff) {
    return visit
        .line()
        .flatMap(
            line ->
                cancellations.check(line, null, staff.actor()) instanceof Checked known
                    ? Optional.of(known)
                    : Optional.<Checked>empty());
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
    model.addAttribute("identity", identities.of(visit).orElse(null));
    model.addAttribute("photos", identities.photographed(visit));
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
