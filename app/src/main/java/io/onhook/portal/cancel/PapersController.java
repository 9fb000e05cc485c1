package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.document.Documents;
import io.onhook.policy.Paper;
import io.onhook.portal.SentFiles;
import io.onhook.web.Pictures;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
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

/** Copies of papers: a page for each, by camera or file; shown again, replaced, taken out. */
@Controller
@RequestMapping("/cancel/papers")
class PapersController {
  private final Form form;
  private final PaperRows papers;
  private final SentFiles sentFiles;
  private final Documents documents;

  PapersController(Form form, PaperRows papers, SentFiles sentFiles, Documents documents) {
    this.form = form;
    this.papers = papers;
    this.sentFiles = sentFiles;
    this.documents = documents;
  }

  /** Leads to the first paper that is missing. */
  @GetMapping
  String first(@AuthenticationPrincipal HolderPrincipal holder) {
    Draft draft = form.draft(holder);
    return "redirect:"
        + draft.missing().stream()
            .findFirst()
            .map(paper -> Question.PAPERS.path() + "/" + paper.key())
            .orElse("/cancel");
  }

  @GetMapping("/{paper}")
  String show(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("paper") String paper,
      @RequestParam(name = "replace", defaultValue = "") String replaces,
      @RequestParam(name = "too-large", required = false) Optional<String> tooLarge,
      @ModelAttribute("say") Say say,
      Model model) {
    return page(form.draft(holder), paper, replaces, SentFiles.atTheDoor(tooLarge), say, model);
  }

  @PostMapping("/{paper}")
  String take(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("paper") String key,
      @RequestParam(name = SentFiles.FIELD, required = false) List<MultipartFile> sent,
      @RequestParam(name = "replaces", defaultValue = "") String replaces,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      RedirectAttributes next)
      throws IOException {
    Draft draft = form.draft(holder);
    Paper paper = needed(draft, key).orElse(null);
    if (paper == null) {
      return "redirect:/cancel";
    }
    SentFiles.Sent files = sentFiles.take(Form.drawer(holder, draft), paper, sent, lang);
    if (!files.good()) {
      return page(form.draft(holder), key, replaces, files.problems(), say, model);
    }
    if (!replaces.isEmpty()) {
      documents.remove(Form.drawer(holder, draft), replaces);
    }
    next.addFlashAttribute("said", "taken");
    // Whole now: the check of all answers shows it once more.
    Draft after = form.draft(holder);
    boolean goesOn = replaces.isEmpty() && lang.isEmpty() && !after.missing().contains(paper);
    return "redirect:"
        + (goesOn && draft.missing().contains(paper)
            ? form.next(after)
            : Question.PAPERS.path() + "/" + key);
  }

  @PostMapping("/{paper}/{id}/remove")
  String remove(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("paper") String key,
      @PathVariable("id") String id,
      RedirectAttributes next) {
    Draft draft = form.draft(holder);
    if (needed(draft, key).isEmpty()) {
      return "redirect:/cancel";
    }
    documents.remove(Form.drawer(holder, draft), id);
    next.addFlashAttribute("said", "removed");
    return "redirect:" + Question.PAPERS.path() + "/" + key;
  }

  @GetMapping("/{paper}/{id}/{page}")
  ResponseEntity<byte[]> picture(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("paper") String paper,
      @PathVariable("id") String id,
      @PathVariable("page") int page) {
    Draft draft = form.draft(holder);
    return Pictures.answer(
        needed(draft, paper)
            .flatMap(known -> documents.preview(Form.drawer(holder, draft), id, page)));
  }

  private static Optional<Paper> needed(Draft draft, String key) {
    return Paper.of(key)
        .filter(paper -> draft.copies().stream().anyMatch(copy -> copy.paper() == paper));
  }

  private String page(
      Draft draft, String key, String replaces, Problems problems, Say say, Model model) {
    List<PaperRow> rows = papers.rows(draft, say);
    Optional<PaperRow> row = rows.stream().filter(each -> each.key().equals(key)).findFirst();
    if (row.isEmpty()) {
      return "redirect:/cancel";
    }
    model.addAttribute("paper", row.get());
    model.addAttribute("replaces", row.get().numberOf(replaces) > 0 ? replaces : "");
    SentFiles.limits(model);
    model.addAttribute("next", form.next(draft));
    return form.page(Question.PAPERS, draft, problems, model, "paper");
  }
}
