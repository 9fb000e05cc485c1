package io.onhook.backoffice.bar;

import io.onhook.access.StaffPrincipal;
import io.onhook.bar.Bar;
import io.onhook.bar.BarAnswer;
import io.onhook.bar.Bars;
import io.onhook.bar.LiftAnswer;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.shared.Invisible;
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

/** The bar of a case's line: at once, reversible, with a reason; nobody's own line. */
@Controller
@RequestMapping("/staff/bars/{reference}")
class BarController {
  private static final int LONGEST = 1000;

  private final Bars bars;
  private final Cancellations cancellations;

  BarController(Bars bars, Cancellations cancellations) {
    this.bars = bars;
    this.cancellations = cancellations;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("reference") String reference,
      Model model) {
    return page(found(staff, reference), staff, "", Problems.NONE, model);
  }

  @PostMapping
  String bar(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("reference") String reference,
      @RequestParam(name = "why", defaultValue = "") String why,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      RedirectAttributes next) {
    CancellationView it = found(staff, reference);
    var problems = new Problems();
    if (!lang.isEmpty()) {
      return page(it, staff, why, problems, model);
    }
    if (it.isOwnOf(staff.actor())) {
      problems.add("why", "bar.own-line");
    } else if (why.isBlank()) {
      problems.add("why", "why.missing");
    } else if (why.length() > LONGEST) {
      problems.add("why", "why.too-long");
    } else if (Invisible.in(why)) {
      problems.add("why", "text.invisible");
    } else {
      switch (bars.bar(it.line(), Bar.Reason.SUSPICION, why, it.language(), staff.actor())) {
        case BarAnswer.Asked asked -> next.addFlashAttribute("said", "barred");
        case BarAnswer.AlreadyBarred already -> next.addFlashAttribute("said", "already");
        case BarAnswer.OwnLine own -> problems.add("why", "bar.own-line");
        case BarAnswer.NoSuchLine none -> problems.add("why", "bar.no-line");
        case BarAnswer.Unavailable unavailable -> problems.add("why", "unavailable");
      }
    }
    return problems.any()
        ? page(it, staff, why, problems, model)
        : "redirect:/staff/bars/" + it.reference();
  }

  @PostMapping("/lift")
  String lift(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("reference") String reference,
      Model model,
      RedirectAttributes next) {
    CancellationView it = found(staff, reference);
    if (it.isOwnOf(staff.actor())) {
      return page(it, staff, "", new Problems().add("lift", "bar.own-line"), model);
    }
    switch (bars.lift(it.line(), Bar.Reason.SUSPICION, staff.actor())) {
      case LiftAnswer.Asked asked -> next.addFlashAttribute("said", "lifted");
      case LiftAnswer.NotBarred none -> next.addFlashAttribute("said", "not-barred");
      case LiftAnswer.ForAnotherReason other -> next.addFlashAttribute("said", "hotline");
    }
    return "redirect:/staff/bars/" + it.reference();
  }

  private CancellationView found(StaffPrincipal staff, String reference) {
    return cancellations
        .find(AddressedCase.reference(reference), staff.actor())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String page(
      CancellationView it, StaffPrincipal staff, String why, Problems problems, Model model) {
    model.addAttribute("it", it);
    model.addAttribute("own", it.isOwnOf(staff.actor()));
    model.addAttribute("bar", bars.on(it.line()).orElse(null));
    model.addAttribute(
        "earlier", bars.ofLine(it.line()).stream().filter(b -> b.overAt().isPresent()).toList());
    model.addAttribute("why", why);
    model.addAttribute("problems", problems);
    return "backoffice/bar/bar";
  }
}
