package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.policy.Packs;
import io.onhook.portal.Guide;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What to do before: back up, unbind, and what becomes of SIM and number. */
@Controller
@RequestMapping("/cancel/cares")
class CaresController {
  private final Form form;
  private final Packs packs;

  CaresController(Form form, Packs packs) {
    this.form = form;
    this.packs = packs;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal HolderPrincipal holder,
      @ModelAttribute("say") Say say,
      Model model) {
    Draft draft = form.draft(holder);
    return page(draft, draft.cared(), Problems.NONE, say, model);
  }

  @PostMapping
  String answer(
      @AuthenticationPrincipal HolderPrincipal holder,
      @RequestParam(name = "cared", defaultValue = "false") boolean cared,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model) {
    Draft draft = form.draft(holder);
    var problems = new Problems();
    if (lang.isEmpty()) {
      if (cared) {
        return form.answered(holder, draft.withCared());
      }
      problems.add("cared", "cared.missing");
    }
    return page(draft, cared, problems, say, model);
  }

  private String page(Draft draft, boolean cared, Problems problems, Say say, Model model) {
    model.addAttribute("guide", Guide.of(packs.current(), say));
    model.addAttribute("cared", cared);
    return form.page(Question.CARES, draft, problems, model, "cares");
  }
}
