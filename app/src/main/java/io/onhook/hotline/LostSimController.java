package io.onhook.hotline;

import io.onhook.access.StaffPrincipal;
import io.onhook.bar.BarAnswer;
import io.onhook.bar.LiftAnswer;
import io.onhook.call.Call;
import io.onhook.call.LostSim;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A lost SIM: barred at once, lifted for a caller who is checked. */
@Controller
@RequestMapping("/staff/hotline/calls/{id}")
class LostSimController {
  private static final String SIGNS = "[\\s\\p{Alnum}-]{4,30}";

  private final OwnCall own;
  private final LostSim lost;
  private final CallPage page;

  LostSimController(OwnCall own, LostSim lost, CallPage page) {
    this.own = own;
    this.lost = lost;
    this.page = page;
  }

  /** Before the check: by what the caller knows. The same words whether it was right or not. */
  @PostMapping("/lost")
  String lost(
      @AuthenticationPrincipal StaffPrincipal agent,
      @PathVariable("id") String id,
      @RequestParam(name = "documentEnd", defaultValue = "") String documentEnd,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      RedirectAttributes next) {
    Call call = own.find(agent, id);
    var problems = new Problems();
    if (lang.isEmpty()) {
      if (!documentEnd.strip().matches(SIGNS)) {
        problems.add("documentEnd", "document-end.form");
      } else {
        switch (lost.bar(call, documentEnd)) {
          case LostSim.AskedAnswer.Taken() -> {
            next.addFlashAttribute("said", "lost");
            return "redirect:/staff/hotline/calls/" + id;
          }
          case LostSim.AskedAnswer.Closed(var until) ->
              problems.add("documentEnd", "caller.closed", say.moment(until));
        }
      }
    }
    model.addAttribute("documentEnd", lang.isEmpty() ? "" : documentEnd);
    return page.of(call, problems, model);
  }

  /** After the check. */
  @PostMapping("/bar")
  String bar(
      @AuthenticationPrincipal StaffPrincipal agent,
      @PathVariable("id") String id,
      Model model,
      RedirectAttributes next) {
    Call call = own.find(agent, id);
    var problems = new Problems();
    switch (lost.bar(call, own.holder(call))) {
      case BarAnswer.Asked asked -> next.addFlashAttribute("said", "barred");
      case BarAnswer.AlreadyBarred already -> next.addFlashAttribute("said", "already-barred");
      case BarAnswer.OwnLine ownLine -> problems.add("bar", "caller.own-line");
      case BarAnswer.NoSuchLine none -> problems.add("bar", "bar.no-line");
      case BarAnswer.Unavailable unavailable -> problems.add("bar", "unavailable");
    }
    return problems.any() ? page.of(call, problems, model) : "redirect:/staff/hotline/calls/" + id;
  }

  @PostMapping("/lift")
  String lift(
      @AuthenticationPrincipal StaffPrincipal agent,
      @PathVariable("id") String id,
      RedirectAttributes next) {
    Call call = own.find(agent, id);
    String said =
        switch (lost.lift(call, own.holder(call))) {
          case LiftAnswer.Asked asked -> "lifted";
          case LiftAnswer.NotBarred none -> "not-barred";
          case LiftAnswer.ForAnotherReason other -> "not-lifted";
        };
    next.addFlashAttribute("said", said);
    return "redirect:/staff/hotline/calls/" + id;
  }
}
