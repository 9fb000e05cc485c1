package io.onhook.backoffice.objection;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.DecideAnswer;
import io.onhook.cancellation.Objections;
import io.onhook.web.AddressedCase;
import io.onhook.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Owners said that it was not them: one person takes the case back, two let it go on. */
@Controller
@RequestMapping("/staff/objections")
class ObjectionController {
  private static final int MOST = 100;

  private final Objections objections;

  ObjectionController(Objections objections) {
    this.objections = objections;
  }

  @GetMapping
  String list(@AuthenticationPrincipal StaffPrincipal staff, Model model) {
    return page(staff, "", "", "", Problems.NONE, model);
  }

  @PostMapping("/{reference}/{contact}")
  String decide(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("reference") String reference,
      @PathVariable("contact") int contact,
      @RequestParam(name = "found", defaultValue = "") String found,
      @RequestParam(name = "note", defaultValue = "") String note,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      RedirectAttributes next) {
    String typedAt = reference + "/" + contact;
    var problems = new Problems();
    boolean founded = found.equals("founded");
    if (!lang.isEmpty()) {
      return page(staff, typedAt, found, note, problems, model);
    }
    if (!founded && !found.equals("unfounded")) {
      problems.add("found", "found.missing");
      return page(staff, typedAt, found, note, problems, model);
    }
    switch (objections.decide(
        AddressedCase.reference(reference), contact, founded, note, staff.actor())) {
      case DecideAnswer.Decided done -> next.addFlashAttribute("said", "decided");
      case DecideAnswer.NeedsSecondPerson second -> next.addFlashAttribute("said", "second");
      case DecideAnswer.SamePerson same -> problems.add("found", "decision.same-person");
      case DecideAnswer.OwnCase own -> problems.add("found", "decision.own-case");
      case DecideAnswer.ClaimedBy(String colleague) ->
          problems.add("found", "decision.taken", colleague);
      case DecideAnswer.ReasonMissing none -> problems.add("note", "note.missing");
      case DecideAnswer.NothingToDecide gone -> next.addFlashAttribute("said", "nothing");
      case DecideAnswer.NoSuchCase none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case DecideAnswer.Asked never -> throw new IllegalStateException("Nobody was asked");
      case DecideAnswer.AskedBefore never -> throw new IllegalStateException("Nobody was asked");
      case DecideAnswer.NeedMissing never -> throw new IllegalStateException("Nobody was asked");
      case DecideAnswer.NothingToAsk never -> throw new IllegalStateException("Nobody was asked");
    }
    return problems.any()
        ? page(staff, typedAt, found, note, problems, model)
        : "redirect:/staff/objections";
  }

  private String page(
      StaffPrincipal staff,
      String typedAt,
      String found,
      String note,
      Problems problems,
      Model model) {
    model.addAttribute("rows", objections.open(MOST));
    model.addAttribute("me", staff.username());
    model.addAttribute("typedAt", typedAt);
    model.addAttribute("found", found);
    model.addAttribute("note", note);
    model.addAttribute("problems", problems);
    return "backoffice/objection/objections";
  }
}
