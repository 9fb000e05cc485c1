package io.onhook.portal.track;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.CancellationView;
import io.onhook.document.Custody;
import io.onhook.document.Document;
import io.onhook.document.Documents;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Who opened my papers, when and why; and what has become of them. From the journal. */
@Controller
class CustodyController {

  /**
   * A paper that was sent.
   *
   * @param erasedAt when its pictures were erased, in the reader's words; null while they are kept
   */
  record Sent(String title, int pages, String takenAt, @Nullable String erasedAt) {}

  /**
   * Somebody looked.
   *
   * @param purpose key of the reason's text
   */
  record Line(String at, String staff, String purpose, String paper, int pictures) {}

  private final OwnCases own;
  private final Documents documents;
  private final Packs packs;

  CustodyController(OwnCases own, Documents documents, Packs packs) {
    this.own = own;
    this.documents = documents;
    this.packs = packs;
  }

  @GetMapping("/track/{reference}/papers")
  String papers(
      @AuthenticationPrincipal HolderPrincipal holder,
      @PathVariable("reference") String reference,
      @ModelAttribute("say") Say say,
      Model model) {
    CancellationView it = own.find(holder, reference);
    Custody custody = documents.custody(it.reference(), holder.partyId());
    model.addAttribute("it", it);
    model.addAttribute(
        "papers", custody.documents().stream().map(document -> sent(document, say)).toList());
    model.addAttribute(
        "looks", Look.of(custody.openings()).stream().map(look -> line(look, say)).toList());
    return "portal/track/papers";
  }

  private Sent sent(Document document, Say say) {
    var erasedAt = document.erasedAt();
    return new Sent(
        title(document.paper(), say),
        document.pages(),
        say.moment(document.takenAt()),
        erasedAt == null ? null : say.moment(erasedAt));
  }

  private Line line(Look look, Say say) {
    return new Line(
        say.moment(look.at()),
        look.staff(),
        look.purpose().key(),
        title(look.paper(), say),
        look.pictures());
  }

  private String title(Paper paper, Say say) {
    Paper.Rule words = packs.current().papers().get(paper);
    return words == null ? paper.key() : say.text(words.title());
  }
}
