package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.portal.Guide;
import io.onhook.portal.OwnLine;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.util.List;
import java.util.Optional;
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
  private final OwnLine ownLine;
  private final Packs packs;

  CaresController(Form form, OwnLine ownLine, Packs packs) {
    this.form = form;
    this.ownLine = ownLine;
    this.packs = packs;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal HolderPrincipal holder,
      @ModelAttribute("say") Say say,
      Model model) {
    Draft draft = form.draft(holder);
    return page(holder, draft, draft.cared(), draft.linked(), Problems.NONE, say, model);
  }

  @PostMapping
  String answer(
      @AuthenticationPrincipal HolderPrincipal holder,
      @RequestParam(name = "cared", defaultValue = "false") boolean cared,
      @RequestParam(name = "linked", required = false) List<String> linked,
      @RequestParam(name = "later", defaultValue = "false") boolean later,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model) {
    Draft draft = form.draft(holder);
    List<String> ticked = linked == null ? List.of() : known(linked);
    var problems = new Problems();
    if (lang.isEmpty()) {
      if (later) {
        form.keep(holder, draft.withCared(draft.cared(), ticked));
        return "redirect:/cancel";
      }
      if (cared) {
        return form.answered(holder, draft.withCared(true, ticked));
      }
      problems.add("cared", "cared.missing");
    }
    return page(holder, draft, cared, ticked, problems, say, model);
  }

  private List<String> known(List<String> typed) {
    return packs.current().linkedAccounts().keySet().stream().filter(typed::contains).toList();
  }

  private String page(
      HolderPrincipal holder,
      Draft draft,
      boolean cared,
      List<String> ticked,
      Problems problems,
      Say say,
      Model model) {
    Pack pack = packs.current();
    model.addAttribute("guide", Guide.of(pack, say));
    model.addAttribute("cared", cared);
    model.addAttribute("ticked", ticked);
    model.addAttribute(
        "accounts",
        pack.linkedAccounts().entrySet().stream()
            .map(
                it ->
                    new Option(
                        it.getKey(),
                        say.text(it.getValue().title()),
                        say.text(it.getValue().text())))
            .toList());
    model.addAttribute("givenOn", givenOn(holder, draft, pack, say).orElse(""));
    return form.page(Question.CARES, draft, problems, model, "cares");
  }

  /** From when somebody else may get the number; empty if that can't be reckoned just now. */
  private Optional<String> givenOn(HolderPrincipal holder, Draft draft, Pack pack, Say say) {
    Draft.End end = draft.end();
    return ownLine
        .look(holder, end == null ? null : end.on(), draft.acting())
        .checked()
        .map(it -> say.day(pack.days().after(it.dates().endsAt(), pack.number().quarantine())));
  }
}
