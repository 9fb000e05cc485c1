package io.onhook.counter.visit;

import io.onhook.access.StaffPrincipal;
import io.onhook.branch.Counter;
import io.onhook.branch.Ticket;
import io.onhook.branch.TicketState;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.certificate.Certificates;
import io.onhook.counter.Said;
import io.onhook.policy.Packs;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Malformed;
import io.onhook.shared.Msisdn;
import io.onhook.visit.PrintAnswer;
import io.onhook.visit.PrintedCodes;
import io.onhook.visit.Signatures;
import io.onhook.visit.TakeUpAnswer;
import io.onhook.visit.Tills;
import io.onhook.visit.Visit;
import io.onhook.visit.Visitors;
import io.onhook.visit.Visits;
import io.onhook.web.Page;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A visit at a glance: what is done and what comes next; whose line it is; what is handed out. */
@Controller
@RequestMapping("/staff/counter/visits")
class VisitController {
  private final VisitDesk desk;
  private final Visits visits;
  private final Visitors visitors;
  private final Counter counter;
  private final Signatures signatures;
  private final PrintedCodes codes;
  private final Certificates certificates;
  private final Tills tills;
  private final Packs packs;

  VisitController(
      VisitDesk desk,
      Visits visits,
      Visitors visitors,
      Counter counter,
      Signatures signatures,
      PrintedCodes codes,
      Certificates certificates,
      Tills tills,
      Packs packs) {
    this.desk = desk;
    this.visits = visits;
    this.visitors = visitors;
    this.counter = counter;
    this.signatures = signatures;
    this.codes = codes;
    this.certificates = certificates;
    this.tills = tills;
    this.packs = packs;
  }

  /** The visit of whoever is at this clerk's window. */
  @PostMapping
  String open(
      @AuthenticationPrincipal StaffPrincipal staff,
      @RequestParam(name = "another", defaultValue = "false") boolean another,
      RedirectAttributes next) {
    Optional<Ticket> present =
        counter.present(staff.username()).filter(it -> it.state() == TicketState.SERVING);
    if (present.isEmpty()) {
      next.addFlashAttribute("said", Said.no("begin.none"));
      return "redirect:/staff/counter";
    }
    Visit visit = visits.of(present.get(), staff.actor());
    if (another) {
      visit = visits.another(visit, present.get(), staff.actor());
    }
    return "redirect:" + VisitDesk.path(visit) + (visit.line().isEmpty() ? "/line" : "");
  }

  @GetMapping("/{id}")
  String one(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @ModelAttribute("say") Say say,
      Model model) {
    Visit visit = desk.visit(id);
    Optional<CancellationView> view = desk.view(visit, staff);
    Optional<CheckAnswer> answer = desk.look(visit, staff);
    Optional<Checked> checked = answer.flatMap(VisitDesk::known);
    model.addAttribute(
        "odd", answer.filter(CheckAnswer.NotReckonable.class::isInstance).isPresent());
    model.addAttribute("it", view.orElse(null));
    model.addAttribute("checked", checked.orElse(null));
    model.addAttribute("owed", tills.owed(visit, staff.actor()).orElse(null));
    model.addAttribute("payments", tills.of(visit));
    model.addAttribute("quote", checked.map(it -> it.eligibility().quote()).orElse(null));
    visitor(visit, checked, say, model);
    model.addAttribute("byLetter", codes.isOffered(visit));
    // Opened elsewhere meanwhile: the visit goes on with it by one press.
    model.addAttribute(
        "elsewhere",
        visit.reference().isPresent()
            ? null
            : checked.flatMap(Checked::open).map(CaseReference::text).orElse(null));
    return desk.page(visit, staff, Problems.NONE, model, "visit");
  }

  /** Who is here, and whether all that proves it was seen. */
  private void visitor(Visit visit, Optional<Checked> checked, Say say, Model model) {
    model.addAttribute("several", visitors.allowed().size() > 1);
    model.addAttribute(
        "acting", checked.map(it -> visitors.acting(visit, it.line()).key()).orElse("holder"));
    model.addAttribute(
        "toBeSaid", checked.filter(it -> visitors.isToBeSaid(visit, it.line())).isPresent());
    model.addAttribute(
        "byPaper",
        checked
            .map(it -> visitors.needsHolderIdentity(visitors.acting(visit, it.line())))
            .orElse(true));
    model.addAttribute(
        "ready", checked.filter(it -> visitors.isKnown(visit, it.line())).isPresent());
    model.addAttribute("papers", checked.map(it -> desk.papers(visit, it, say)).orElse(List.of()));
  }

  @GetMapping("/{id}/line")
  String ask(
      @AuthenticationPrincipal StaffPrincipal staff, @PathVariable("id") long id, Model model) {
    model.addAttribute("typed", "");
    return desk.page(desk.visit(id), staff, Problems.NONE, model, "line");
  }

  /** One field takes a number or a reference. */
  @PostMapping("/{id}/line")
  String takeUp(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @RequestParam(name = "typed", defaultValue = "") String typed,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model) {
    Visit visit = desk.visit(id);
    var problems = new Problems();
    if (lang.isEmpty()) {
      Optional<TakeUpAnswer> answer = takeUp(visit, typed.strip(), staff, problems);
      if (answer.isPresent()) {
        switch (answer.get()) {
          case TakeUpAnswer.Now now -> {
            return "redirect:" + VisitDesk.path(visit);
          }
          case TakeUpAnswer.NoneSuch() -> problems.add("typed", "visit.none-such");
          case TakeUpAnswer.OwnLine() -> problems.add("typed", "visit.own-line");
          case TakeUpAnswer.OwnRequest() -> problems.add("typed", "visit.own-request");
          case TakeUpAnswer.Known() -> problems.add("typed", "visit.known");
          case TakeUpAnswer.InTheMiddle() -> problems.add("typed", "visit.in-the-middle");
          case TakeUpAnswer.Unavailable() -> problems.add("typed", "unavailable");
        }
      }
    }
    model.addAttribute("typed", typed);
    return desk.page(visit, staff, problems, model, "line");
  }

  private Optional<TakeUpAnswer> takeUp(
      Visit visit, String typed, StaffPrincipal staff, Problems problems) {
    if (typed.isEmpty()) {
      problems.add("typed", "visit.nothing-typed");
      return Optional.empty();
    }
    Optional<CaseReference> reference = reference(typed);
    if (reference.isPresent()) {
      return Optional.of(visits.takeUp(visit.id(), reference.get(), staff.actor()));
    }
    try {
      return Optional.of(visits.takeUp(visit.id(), number(typed), staff.actor()));
    } catch (Malformed e) {
      problems.add("typed", "visit.neither");
      return Optional.empty();
    }
  }

  private static Optional<CaseReference> reference(String typed) {
    try {
      return Optional.of(CaseReference.typed(typed));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /** At a branch people say their number without the country's code. */
  private Msisdn number(String typed) {
    return Msisdn.typed(typed, packs.current().country());
  }

  @GetMapping("/{id}/receipt")
  ResponseEntity<byte[]> receipt(@PathVariable("id") long id) {
    Visit visit = desk.visit(id);
    return pdf(signatures.receipt(visit), visit, "receipt-" + visit.label());
  }

  /** With a new code, for who can't be sent any. It is on this one file, and nowhere else. */
  @PostMapping("/{id}/printed-code")
  ResponseEntity<byte[]> printedCode(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @ModelAttribute("page") Page page) {
    Visit visit = desk.visit(id);
    return switch (codes.print(
        visit, page.operator().address("/sign-in/reference/printed"), staff.actor())) {
      case PrintAnswer.Printed(var file) ->
          pdf(Optional.of(file), visit, "receipt-" + visit.label());
      case PrintAnswer.NotReady() -> pdf(Optional.empty(), visit, "");
      case PrintAnswer.Reached() -> led(VisitDesk.path(visit));
      case PrintAnswer.NotYours() -> led(VisitDesk.path(visit));
    };
  }

  @GetMapping("/{id}/certificate")
  ResponseEntity<byte[]> certificate(@PathVariable("id") long id) {
    Visit visit = desk.visit(id);
    return pdf(visit.reference().flatMap(certificates::pdf), visit, "certificate-" + visit.label());
  }

  /** Where there is nothing to print, the page of what to do instead. */
  private static ResponseEntity<byte[]> pdf(Optional<byte[]> file, Visit visit, String name) {
    return file.map(
            bytes ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore())
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name + ".pdf").build().toString())
                    .body(bytes))
        .orElseGet(() -> led(VisitDesk.path(visit) + "/not-printed"));
  }

  private static ResponseEntity<byte[]> led(String path) {
    return ResponseEntity.status(303).header(HttpHeaders.LOCATION, path).build();
  }

  @GetMapping("/{id}/not-printed")
  String notPrinted(
      @AuthenticationPrincipal StaffPrincipal staff, @PathVariable("id") long id, Model model) {
    return desk.page(desk.visit(id), staff, Problems.NONE, model, "not-printed");
  }
}
