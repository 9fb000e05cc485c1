package io.onhook.backoffice.report;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.Looked;
import io.onhook.cancellation.Reports;
import io.onhook.web.AddressedCase;
import io.onhook.web.Problems;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "I am not its holder" and "I never opened this line", for who looks into them. */
@Controller
@RequestMapping("/staff/reports")
class ReportsController {
  private static final int MOST = 100;
  private static final int LONGEST = 2000;

  private final Reports reports;

  ReportsController(Reports reports) {
    this.reports = reports;
  }

  @GetMapping
  String list(Model model) {
    return page("", "", "", Problems.NONE, model);
  }

  @PostMapping("/{reference}")
  String lookedInto(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("reference") String reference,
      @RequestParam(name = "result", defaultValue = "") String result,
      @RequestParam(name = "words", defaultValue = "") String words,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      RedirectAttributes next) {
    var problems = new Problems();
    Optional<Looked> looked = Looked.of(result);
    if (lang.isEmpty()) {
      if (looked.isEmpty()) {
        problems.add("result", "result.missing");
      }
      if (words.isBlank() || words.length() > LONGEST) {
        problems.add("words", "words.missing");
      }
    }
    if (problems.any() || looked.isEmpty() || !lang.isEmpty()) {
      return page(reference, result, words, problems, model);
    }
    boolean first =
        reports.lookedInto(AddressedCase.reference(reference), looked.get(), words, staff.actor());
    next.addFlashAttribute("said", first ? "done" : "late");
    if (!first) {
      next.addFlashAttribute("typed", words);
    }
    return "redirect:/staff/reports";
  }

  private String page(
      String reference, String result, String words, Problems problems, Model model) {
    model.addAttribute("rows", reports.open(MOST));
    model.addAttribute("results", Stream.of(Looked.values()).map(Looked::key).toList());
    model.addAttribute("reference", reference);
    model.addAttribute("result", result);
    model.addAttribute("words", words);
    model.addAttribute("problems", problems);
    return "backoffice/report/reports";
  }
}
