package io.onhook.portal.track;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Inquiries;
import io.onhook.cancellation.Inquiry;
import io.onhook.cancellation.InquiryAnswer;
import io.onhook.document.Document;
import io.onhook.document.Documents;
import io.onhook.document.Drawer;
import io.onhook.policy.Packs;
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

/** What a reviewer still needs: files on one page, words and sending on the next. */
@Controller
@RequestMapping("/track/{reference}/more")
class MoreController {
  /** A file that lies ready to be sent. */
  record File(String id, int pages, String takenAt, boolean shown) {}

  private final OwnCases own;
  private final Inquiries inquiries;
  private final SentFiles sentFiles;
  private final Documents documents;
  private final Packs packs;

  MoreController(
      OwnCases own, Inquiries inquiries, SentFiles sentFiles, Documents documents, Packs packs) {
    this.own = own;
    this.inquiries = inquiries;
    this.sentFiles = sentFiles;
    this.documents = documents;
    this.packs = packs;
  }

  /** The case, and what it is asked for now. */
  private record Asked(CancellationView it, Optional<Inquiry> inquiry) {
    String path() {
      return "/track/" + it.reference();
    }
  }

  private Asked asked(HolderPrincipal holder, String reference) {
    CancellationView it = own.find(holder, reference);
    return new Asked(it, inquiries.open(it.reference(), holder.actor()));
  }

  private Drawer drawer(HolderPrincipal holder, Asked asked, Inquiry inquiry) {
    return inquiries.drawer(asked.it().reference(), inquiry, holder.partyId());
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      @RequestParam(name = "too-large", required = false) Optional<String> tooLarge,
      @ModelAttribute("say") Say say,
      Model model) {
    Asked asked = asked(holder, reference);
    Problems problems = SentFiles.atTheDoor(tooLarge);
    return asked
        .inquiry()
        .map(inquiry -> files(holder, asked, inquiry, problems, say, model))
        .orElse("redirect:" + asked.path());
  }

  @PostMapping
  String take(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      @RequestParam(name = SentFiles.FIELD, required = false) List<MultipartFile> sent,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model)
      throws IOException {
    Asked asked = asked(holder, reference);
    if (asked.inquiry().isEmpty()) {
      return "redirect:" + asked.path();
    }
    Inquiry inquiry = asked.inquiry().get();
    SentFiles.Sent files =
        sentFiles.take(drawer(holder, asked, inquiry), inquiry.filedAs(), sent, lang);
    return files.good()
        ? "redirect:" + asked.path() + "/more"
        : files(holder, asked, inquiry, files.problems(), say, model);
  }

  @PostMapping("/{id}/remove")
  String remove(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      @PathVariable("id") String id) {
    Asked asked = asked(holder, reference);
    asked.inquiry().ifPresent(inquiry -> documents.remove(drawer(holder, asked, inquiry), id));
    return "redirect:" + asked.path() + "/more";
  }

  @GetMapping("/{id}/{page}")
  ResponseEntity<byte[]> picture(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      @PathVariable("id") String id,
      @PathVariable("page") int page) {
    Asked asked = asked(holder, reference);
    return Pictures.answer(
        asked
            .inquiry()
            .flatMap(inquiry -> documents.preview(drawer(holder, asked, inquiry), id, page)));
  }

  @GetMapping("/send")
  String words(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      @ModelAttribute("say") Say say,
      Model model) {
    Asked asked = asked(holder, reference);
    return asked
        .inquiry()
        .map(inquiry -> send(holder, asked, inquiry, "", Problems.NONE, say, model))
        .orElse("redirect:" + asked.path());
  }

  @PostMapping("/send")
  String send(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      @RequestParam(name = "words", defaultValue = "") String words,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      RedirectAttributes next) {
    Asked asked = asked(holder, reference);
    if (asked.inquiry().isEmpty()) {
      return late(asked, words, next);
    }
    Inquiry inquiry = asked.inquiry().get();
    if (!lang.isEmpty()) {
      return send(holder, asked, inquiry, words, Problems.NONE, say, model);
    }
    return switch (inquiries.answer(asked.it().reference(), inquiry, words, holder.actor())) {
      case InquiryAnswer.Sent sent -> told(asked, "more-sent", next);
      case InquiryAnswer.SentBefore before -> told(asked, "more-sent", next);
      case InquiryAnswer.NotAsked none -> late(asked, words, next);
      case InquiryAnswer.Empty empty ->
          send(
              holder, asked, inquiry, words, new Problems().add("words", "more.empty"), say, model);
      case InquiryAnswer.TooLong(int most) ->
          send(
              holder,
              asked,
              inquiry,
              words,
              new Problems().add("words", "more.too-long", most),
              say,
              model);
    };
  }

  private static String told(Asked asked, String outcome, RedirectAttributes next) {
    next.addFlashAttribute("outcome", outcome);
    return "redirect:" + asked.path();
  }

  /** Nobody asks any more: the page tells where the case stands, and what was typed is shown. */
  private static String late(Asked asked, String words, RedirectAttributes next) {
    next.addFlashAttribute("typed", words.strip());
    return told(asked, "more-late", next);
  }

  private String files(
      HolderPrincipal holder,
      Asked asked,
      Inquiry inquiry,
      Problems problems,
      Say say,
      Model model) {
    show(holder, asked, inquiry, problems, say, model);
    SentFiles.limits(model);
    return "portal/track/more";
  }

  private String send(
      HolderPrincipal holder,
      Asked asked,
      Inquiry inquiry,
      String words,
      Problems problems,
      Say say,
      Model model) {
    show(holder, asked, inquiry, problems, say, model);
    model.addAttribute("words", words);
    return "portal/track/more-send";
  }

  private void show(
      HolderPrincipal holder,
      Asked asked,
      Inquiry inquiry,
      Problems problems,
      Say say,
      Model model) {
    model.addAttribute("it", asked.it());
    model.addAttribute("inquiry", inquiry);
    model.addAttribute(
        "needs",
        inquiry.needs().stream().map(need -> need.text(packs.current(), say.language())).toList());
    model.addAttribute(
        "files",
        documents.inDrawer(drawer(holder, asked, inquiry)).stream()
            .map(document -> file(document, say))
            .toList());
    model.addAttribute("problems", problems);
  }

  private File file(Document document, Say say) {
    return new File(
        document.id(),
        document.pages(),
        say.moment(document.takenAt()),
        documents.isShown(document));
  }
}
