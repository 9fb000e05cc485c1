package io.onhook.counter.visit;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.counter.Said;
import io.onhook.document.FileProblem;
import io.onhook.document.TakeAnswer;
import io.onhook.policy.Acting;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.visit.Identities;
import io.onhook.visit.IdentityAnswer;
import io.onhook.visit.Visit;
import io.onhook.visit.Visitors;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whose ID lies on the counter? Compared with the register, and photographed. */
@Controller
@RequestMapping("/staff/counter/visits/{id}")
class IdentityController {
  private final VisitDesk desk;
  private final Identities identities;
  private final Visitors visitors;
  private final Packs packs;

  IdentityController(VisitDesk desk, Identities identities, Visitors visitors, Packs packs) {
    this.desk = desk;
    this.identities = identities;
    this.visitors = visitors;
    this.packs = packs;
  }

  /** Who sends too large a file is led back to where they sent it. */
  @GetMapping({"/identity", "/photos"})
  String ask(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @RequestParam(name = "too-large", required = false) Optional<String> tooLarge,
      @ModelAttribute("say") Say say,
      Model model) {
    var problems = new Problems();
    tooLarge.ifPresent(
        it -> problems.add("file", FileProblem.TOO_LARGE.code(), FileProblem.TOO_LARGE.limit()));
    return page(desk.visit(id), staff, null, "", false, problems, say, model);
  }

  @PostMapping("/identity")
  String compare(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @RequestParam(name = "kind", defaultValue = "") String kind,
      @RequestParam(name = "documentNumber", defaultValue = "") String number,
      @RequestParam(name = "alike", defaultValue = "false") boolean alike,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      RedirectAttributes next) {
    Visit visit = desk.visit(id);
    var problems = new Problems();
    if (!lang.isEmpty()) {
      return page(visit, staff, kind, number, alike, problems, say, model);
    }
    if (Paper.of(kind).filter(Paper::isHolderIdentity).isEmpty()) {
      problems.add("kind", "document-kind.unknown");
    }
    if (number.isBlank()) {
      problems.add("documentNumber", "documentNumber.missing");
    }
    if (!alike) {
      problems.add("alike", "visit.alike.missing");
    }
    if (!problems.any()) {
      switch (identities.compare(visit, kind, number.strip(), staff.actor())) {
        case IdentityAnswer.Compared(var check) -> {
          if (check.fits()) {
            next.addFlashAttribute("said", Said.done("identity"));
            return "redirect:" + VisitDesk.path(visit);
          }
          problems.add("documentNumber", "visit.identity-differs");
        }
        case IdentityAnswer.WrongForm(var code) -> problems.add("documentNumber", code);
        case IdentityAnswer.NoLine() -> problems.add("documentNumber", "unavailable");
        case IdentityAnswer.NotYours() -> problems.add("documentNumber", "visit.not-yours");
      }
    }
    return page(visit, staff, kind, number, alike, problems, say, model);
  }

  /** Both sides, or as many pictures as there are. */
  @PostMapping("/photos")
  String photograph(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
      @ModelAttribute("say") Say say,
      Model model,
      RedirectAttributes next)
      throws IOException {
    Visit visit = desk.visit(id);
    var problems = new Problems();
    List<MultipartFile> files =
        sent == null ? List.of() : sent.stream().filter(file -> !file.isEmpty()).toList();
    Optional<Paper> paper =
        desk.checked(visit, staff)
            .map(Checked::line)
            .flatMap(it -> Paper.of(it.holder().documentKind()));
    if (files.isEmpty()) {
      problems.add("file", "file.missing");
    } else if (paper.isEmpty()) {
      problems.add("file", "unavailable");
    }
    if (!problems.any()) {
      for (MultipartFile file : files) {
        identities
            .photograph(visit, paper.get(), file.getBytes(), staff.actor())
            .ifPresentOrElse(
                answer -> {
                  if (answer instanceof TakeAnswer.Refused(var problem)) {
                    problems.add("file", problem.code(), problem.limit());
                  }
                },
                () -> problems.add("file", "visit.not-yours"));
      }
    }
    if (problems.any()) {
      return page(visit, staff, null, "", false, problems, say, model);
    }
    next.addFlashAttribute("said", Said.done("photographed"));
    return "redirect:" + VisitDesk.path(visit) + "/identity";
  }

  private String page(
      Visit visit,
      StaffPrincipal staff,
      @Nullable String kind,
      String number,
      boolean alike,
      Problems problems,
      Say say,
      Model model) {
    Optional<Checked> checked = desk.checked(visit, staff);
    if (visit.line().isEmpty()) {
      return "redirect:" + VisitDesk.path(visit) + "/line";
    }
    model.addAttribute("holder", checked.map(it -> it.line().holder().name()).orElse(""));
    model.addAttribute(
        "kind",
        kind != null ? kind : checked.map(it -> it.line().holder().documentKind()).orElse(""));
    model.addAttribute(
        "kinds",
        packs.current().identities().stream()
            .map(
                paper -> {
                  Paper.Rule rule = packs.current().papers().get(paper);
                  return new Option(
                      paper.key(), rule == null ? paper.key() : say.text(rule.title()), null);
                })
            .toList());
    Acting acting = checked.map(it -> visitors.acting(visit, it.line())).orElse(Acting.HOLDER);
    model.addAttribute("acting", acting.key());
    model.addAttribute("byPaper", visitors.needsHolderIdentity(acting));
    model.addAttribute("number", number);
    model.addAttribute("alike", alike);
    model.addAttribute("most", FileProblem.TOO_LARGE.limit());
    return desk.page(visit, staff, problems, model, "identity");
  }
}
