package io.onhook.backoffice.declaration;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.Declarations;
import io.onhook.cancellation.MatchAnswer;
import io.onhook.policy.Packs;
import io.onhook.shared.Msisdn;
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

/** What was declared without signing in and waits for a person to find its line. */
@Controller
@RequestMapping("/staff/declarations")
class DeclarationController {
  private static final int MOST = 100;

  private final Declarations declarations;
  private final Packs packs;

  DeclarationController(Declarations declarations, Packs packs) {
    this.declarations = declarations;
    this.packs = packs;
  }

  @GetMapping
  String list(Model model) {
    return page("", "", Problems.NONE, model);
  }

  @PostMapping("/{reference}")
  String match(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("reference") String reference,
      @RequestParam(name = "number", defaultValue = "") String number,
      @RequestParam(name = "atOnce", defaultValue = "false") boolean atOnce,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      RedirectAttributes next) {
    var problems = new Problems();
    if (!lang.isEmpty()) {
      return page(reference, number, problems, model);
    }
    var msisdn =
        problems.read("number", number, typed -> Msisdn.typed(typed, packs.current().country()));
    if (msisdn.isEmpty()) {
      return page(reference, number, problems, model);
    }
    switch (declarations.match(
        AddressedCase.reference(reference), msisdn.get(), atOnce, staff.actor())) {
      case MatchAnswer.Matched matched -> next.addFlashAttribute("said", "matched");
      case MatchAnswer.MatchedBefore before -> tell(before, number, next);
      case MatchAnswer.NothingToMatch nothing -> next.addFlashAttribute("said", "nothing");
      case MatchAnswer.NoSuchLine none -> problems.add("number", "line.not-found");
      case MatchAnswer.Unavailable away -> problems.add("number", "unavailable");
    }
    return problems.any()
        ? page(reference, number, problems, model)
        : "redirect:/staff/declarations";
  }

  /**
   * Who was second is told by whom and with which line it was matched, and keeps what they typed.
   */
  private static void tell(
      MatchAnswer.MatchedBefore before, String typed, RedirectAttributes next) {
    next.addFlashAttribute("said", before.same() ? "same" : "other");
    next.addFlashAttribute("before", before);
    next.addFlashAttribute("typed", typed);
  }

  private String page(String reference, String number, Problems problems, Model model) {
    model.addAttribute("rows", declarations.unmatched(MOST));
    model.addAttribute("reference", reference);
    model.addAttribute("number", number);
    model.addAttribute("problems", problems);
    return "backoffice/declaration/declarations";
  }
}
