package io.onhook.counter.visit;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.counter.Said;
import io.onhook.document.FileProblem;
import io.onhook.document.TakeAnswer;
import io.onhook.policy.Paper;
import io.onhook.visit.Identities;
import io.onhook.visit.Visit;
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

/** The papers of who acts for somebody else: photographed, and taken out again. */
@Controller
@RequestMapping("/staff/counter/visits/{id}/papers")
class PapersController {
  private static final String ALL = "papers";

  private final VisitDesk desk;
  private final Identities identities;

  PapersController(VisitDesk desk, Identities identities) {
    this.desk = desk;
    this.identities = identities;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @RequestParam(name = "too-large", required = false) Optional<String> tooLarge,
      @ModelAttribute("say") Say say,
      Model model) {
    var problems = new Problems();
    tooLarge.ifPresent(
        it -> problems.add(ALL, FileProblem.TOO_LARGE.code(), FileProblem.TOO_LARGE.limit()));
    return page(desk.visit(id), staff, problems, say, model);
  }

  @PostMapping
  String photograph(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @RequestParam(name = "paper", defaultValue = "") String key,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
      @ModelAttribute("say") Say say,
      Model model,
      RedirectAttributes next)
      throws IOException {
    Visit visit = desk.visit(id);
    var problems = new Problems();
    Optional<Paper> paper = needed(visit, key, staff, say);
    String field = paper.map(it -> "file-" + it.key()).orElse(ALL);
    List<MultipartFile> files =
        sent == null ? List.of() : sent.stream().filter(file -> !file.isEmpty()).toList();
    if (paper.isEmpty()) {
      problems.add(ALL, "visit.paper.other");
    } else if (files.isEmpty()) {
      problems.add(field, "file.missing");
    } else {
      for (MultipartFile file : files) {
        take(visit, paper.get(), file, field, staff, problems);
      }
    }
    if (problems.any()) {
      return page(visit, staff, problems, say, model);
    }
    next.addFlashAttribute("said", Said.done("photographed"));
    return "redirect:" + VisitDesk.path(visit) + "/papers";
  }

  private void take(
      Visit visit,
      Paper paper,
      MultipartFile file,
      String field,
      StaffPrincipal staff,
      Problems problems)
      throws IOException {
    Optional<TakeAnswer> answer =
        identities.photograph(visit, paper, file.getBytes(), staff.actor());
    if (answer.isEmpty()) {
      problems.add(field, "visit.not-yours");
    } else if (answer.get() instanceof TakeAnswer.Refused(var problem)) {
      problems.add(field, problem.code(), problem.limit());
    }
  }

  @PostMapping("/{document}/remove")
  String remove(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @PathVariable("document") String document,
      RedirectAttributes next) {
    Visit visit = desk.visit(id);
    identities.takeOut(visit, document, staff.actor());
    next.addFlashAttribute("said", Said.done("photo-removed"));
    return "redirect:" + VisitDesk.path(visit) + "/papers";
  }

  private Optional<Paper> needed(Visit visit, String key, StaffPrincipal staff, Say say) {
    return desk.checked(visit, staff).stream()
        .flatMap(it -> desk.papers(visit, it, say).stream())
        .filter(it -> it.key().equals(key))
        .findFirst()
        .flatMap(it -> Paper.of(it.key()));
  }

  private String page(Visit visit, StaffPrincipal staff, Problems problems, Say say, Model model) {
    Optional<Checked> checked = desk.checked(visit, staff);
    if (visit.line().isEmpty()) {
      return "redirect:" + VisitDesk.path(visit) + "/line";
    }
    model.addAttribute("papers", checked.map(it -> desk.papers(visit, it, say)).orElse(List.of()));
    model.addAttribute("most", FileProblem.TOO_LARGE.limit());
    return desk.page(visit, staff, problems, model, "papers");
  }
}
