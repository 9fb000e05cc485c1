package io.onhook.counter.visit;

import io.onhook.access.StaffPrincipal;
import io.onhook.counter.Said;
import io.onhook.visit.Mark;
import io.onhook.visit.SignAnswer;
import io.onhook.visit.Signatures;
import io.onhook.visit.Visit;
import io.onhook.web.AddressedCase;
import io.onhook.web.Problems;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list that the visitor signs, and for auditors what was signed. */
@Controller
class SignController {
  private final VisitDesk desk;
  private final Signatures signatures;

  SignController(VisitDesk desk, Signatures signatures) {
    this.desk = desk;
    this.signatures = signatures;
  }

  /** What a visitor drew or typed, and what they were told. */
  record Fields(String name, String drawn, boolean explained, String hash) {}

  @GetMapping("/staff/counter/visits/{id}/sign")
  String ask(
      @AuthenticationPrincipal StaffPrincipal staff, @PathVariable("id") long id, Model model) {
    return page(desk.visit(id), staff, new Fields("", "", false, ""), Problems.NONE, model);
  }

  @PostMapping("/staff/counter/visits/{id}/sign")
  String sign(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "drawn", defaultValue = "") String drawn,
      @RequestParam(name = "explained", defaultValue = "false") boolean explained,
      @RequestParam(name = "hash", defaultValue = "") String hash,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      RedirectAttributes next) {
    Visit visit = desk.visit(id);
    var fields = new Fields(name, drawn, explained, hash);
    var problems = new Problems();
    if (!lang.isEmpty()) {
      return page(visit, staff, fields, problems, model);
    }
    if (!explained) {
      problems.add("explained", "visit.explained.missing");
    }
    if (drawn.isEmpty() && name.isBlank()) {
      problems.add("name", "visit.signature.missing");
    }
    if (!problems.any()) {
      Mark mark = drawn.isEmpty() ? new Mark.Name(name) : new Mark.Pad(drawn);
      switch (signatures.sign(visit, hash, mark, staff.actor())) {
        case SignAnswer.Signed() -> {
          next.addFlashAttribute("said", Said.done("signed"));
          return "redirect:" + VisitDesk.path(visit);
        }
        case SignAnswer.SignedBefore() -> {
          next.addFlashAttribute("said", Said.no("signed-before"));
          return "redirect:" + VisitDesk.path(visit);
        }
        case SignAnswer.Changed() -> problems.add("list", "visit.list-changed");
        case SignAnswer.OnlyADot() -> problems.add("name", "visit.signature.dot");
        case SignAnswer.NoDrawing() -> problems.add("name", "visit.signature.no-drawing");
        case SignAnswer.OtherName() -> problems.add("name", "visit.signature.other-name");
        case SignAnswer.NotReady() -> problems.add("list", "visit.not-ready");
        case SignAnswer.NotYours() -> problems.add("list", "visit.not-yours");
      }
      // Another drawing is asked for: the old one must not be sent again.
      fields = new Fields(name, "", explained, hash);
    }
    return page(visit, staff, fields, problems, model);
  }

  private String page(
      Visit visit, StaffPrincipal staff, Fields fields, Problems problems, Model model) {
    Optional<Signatures.Shown> shown = signatures.shown(visit, staff.actor());
    model.addAttribute("fields", fields);
    model.addAttribute("shown", shown.orElse(null));
    return desk.page(visit, staff, problems, model, "sign");
  }

  /** What was signed in a case. Each look is an entry of the journal. */
  @GetMapping("/staff/signatures/{reference}")
  String look(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("reference") String reference,
      Model model) {
    model.addAttribute("reference", reference);
    model.addAttribute(
        "signatures", signatures.look(AddressedCase.reference(reference), staff.actor()));
    return "counter/visit/signatures";
  }
}
