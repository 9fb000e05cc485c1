package io.onhook.backoffice;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.Cancellations;
import io.onhook.engine.CaseId;
import io.onhook.engine.CaseView;
import io.onhook.engine.Cases;
import io.onhook.engine.PersonAnswer;
import io.onhook.engine.SignalAnswer;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.WorkQuery;
import io.onhook.worklist.Worklist;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
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

/** Cases of which something went wrong; operations look, and say what is true. */
@Controller
@RequestMapping("/staff/parked")
class ParkedController {
  private static final int MOST = 100;

  private final Cases cases;
  private final Worklist worklist;
  private final Cancellations cancellations;
  private final MessageSource texts;

  ParkedController(
      Cases cases, Worklist worklist, Cancellations cancellations, MessageSource texts) {
    this.cases = cases;
    this.worklist = worklist;
    this.cancellations = cancellations;
    this.texts = texts;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("rows", worklist.open(WorkQuery.of(WorkItem.Kind.PARKED), 0, MOST));
    return "backoffice/parked";
  }

  @GetMapping("/{id}")
  String one(@PathVariable("id") long id, Model model, Locale locale) {
    return page(new CaseId(id), "", "", Problems.NONE, model, locale);
  }

  @PostMapping("/{id}")
  String answer(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @RequestParam(name = "answer", defaultValue = "") String answer,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      Locale locale,
      RedirectAttributes next) {
    var caseId = new CaseId(id);
    var problems = new Problems();
    Optional<PersonAnswer> said =
        Arrays.stream(PersonAnswer.values()).filter(one -> key(one).equals(answer)).findAny();
    if (lang.isEmpty()) {
      if (said.isEmpty()) {
        problems.add("answer", "answer.missing");
      }
      if (reason.isBlank()) {
        problems.add("reason", "reason.missing");
      }
    }
    if (!lang.isEmpty() || problems.any() || said.isEmpty()) {
      return page(caseId, answer, reason, problems, model, locale);
    }
    switch (cases.answer(caseId, said.get(), reason.strip(), staff.actor())) {
      case SignalAnswer.Accepted accepted -> next.addFlashAttribute("said", "answered");
      case SignalAnswer.Repeated repeated -> next.addFlashAttribute("said", "answered");
      case SignalAnswer.Ended ended -> next.addFlashAttribute("said", "moved-on");
      case SignalAnswer.NotExpected elsewhere -> next.addFlashAttribute("said", "moved-on");
      case SignalAnswer.TooLate late -> problems.add("answer", "answer.too-late");
      case SignalAnswer.NoSuchCase none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return problems.any()
        ? page(caseId, answer, reason, problems, model, locale)
        : "redirect:/staff/parked";
  }

  private String page(
      CaseId id, String answer, String reason, Problems problems, Model model, Locale locale) {
    CaseView it =
        cases.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("it", it);
    model.addAttribute("work", worklist.ofCase(id).orElse(null));
    model.addAttribute("cancellation", cancellations.find(id).orElse(null));
    model.addAttribute("answer", answer);
    model.addAttribute("reason", reason);
    model.addAttribute("problems", problems);
    model.addAttribute("answers", options(it, locale));
    return "backoffice/parked-case";
  }

  /** What would be answered in vain is not offered. */
  private List<Option> options(CaseView it, Locale locale) {
    return Arrays.stream(PersonAnswer.values())
        .filter(
            one ->
                switch (one) {
                  case HAPPENED, DID_NOT_HAPPEN -> it.effectUnknown();
                  case RETRY -> true;
                  case UNDO -> it.retractable();
                })
        .map(
            one ->
                new Option(
                    key(one),
                    texts.getMessage("parked.answer." + key(one), null, locale),
                    texts.getMessage("parked.answer-hint." + key(one), null, locale)))
        .toList();
  }

  private static String key(PersonAnswer answer) {
    return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
