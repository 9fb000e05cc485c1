package io.onhook.backoffice.dispute;

import io.onhook.access.StaffPrincipal;
import io.onhook.dispute.DecisionAnswer;
import io.onhook.dispute.Disputes;
import io.onhook.web.AddressedCase;
import io.onhook.web.Problems;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What holders dispute and nobody has decided yet. */
@Controller
@RequestMapping("/staff/disputes")
class DisputeController {
  private static final int MOST = 100;

  private final Disputes disputes;

  DisputeController(Disputes disputes) {
    this.disputes = disputes;
  }

  @GetMapping
  String list(Model model) {
    return page("", "", "", Problems.NONE, model);
  }

  @PostMapping("/{reference}")
  String decide(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("reference") String reference,
      @RequestParam(name = "decision", defaultValue = "") String decision,
      @RequestParam(name = "words", defaultValue = "") String words,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      RedirectAttributes next) {
    var problems = new Problems();
    if (!lang.isEmpty()) {
      return page(reference, decision, words, problems, model);
    }
    boolean upheld = decision.equals("uphold");
    if (!upheld && !decision.equals("drop")) {
      problems.add("decision", "decision.missing");
      return page(reference, decision, words, problems, model);
    }
    switch (disputes.decide(AddressedCase.reference(reference), upheld, words, staff.actor())) {
      case DecisionAnswer.Decided decided -> next.addFlashAttribute("said", "decided");
      case DecisionAnswer.NeedsSecondPerson second -> next.addFlashAttribute("said", "second");
      case DecisionAnswer.SamePerson same -> problems.add("decision", "decision.same-person");
      case DecisionAnswer.OwnCase own -> problems.add("decision", "decision.own-case");
      case DecisionAnswer.ClaimedBy(var colleague) ->
          problems.add("decision", "decision.claimed", colleague);
      case DecisionAnswer.WordsMissing missing -> problems.add("words", "dispute.words.missing");
      case DecisionAnswer.NothingToDecide nothing -> next.addFlashAttribute("said", "nothing");
    }
    return problems.any()
        ? page(reference, decision, words, problems, model)
        : "redirect:/staff/disputes";
  }

  private String page(
      String reference, String decision, String words, Problems problems, Model model) {
    model.addAttribute("rows", disputes.waiting(MOST));
    model.addAttribute("reference", reference);
    model.addAttribute("decision", decision);
    model.addAttribute("words", words);
    model.addAttribute("problems", problems);
    return "backoffice/dispute/disputes";
  }
}
