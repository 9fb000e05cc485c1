package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.document.Documents;
import io.onhook.document.Drawer;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Retention;
import io.onhook.policy.Term;
import io.onhook.web.Problems;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of the form have in common: the draft, the order, the way back. */
@Component
class Form {
  private static final String REVIEW = "/cancel/review";

  private final DraftStore drafts;
  private final Documents documents;
  private final Packs packs;

  Form(DraftStore drafts, Documents documents, Packs packs) {
    this.drafts = drafts;
    this.documents = documents;
    this.packs = packs;
  }

  Draft draft(HolderPrincipal holder) {
    Draft draft = drafts.of(holder);
    return draft.withPapers(documents.inDrawer(drawer(holder, draft)));
  }

  /** Where the copies lie that belong to this draft. */
  static Drawer drawer(HolderPrincipal holder, Draft draft) {
    return new Drawer(draft.id(), holder.partyId());
  }

  /** For how long a draft is kept that nobody comes back to. */
  static Term kept(Pack pack) {
    return Objects.requireNonNull(pack.retention().get(Retention.Kind.DRAFT), "checked at start")
        .keep();
  }

  List<Question> asked(Draft draft) {
    return Question.asked(packs.current(), draft);
  }

  /** Keeps an answer, and leads to what is still open, or to the check of all answers. */
  String answered(HolderPrincipal holder, Draft draft) {
    drafts.keep(holder, draft);
    return "redirect:" + next(draft);
  }

  /** The first page that is still open, or the check of all answers. */
  String next(Draft draft) {
    return Question.next(asked(draft), draft).map(Question::path).orElse(REVIEW);
  }

  void keep(HolderPrincipal holder, Draft draft) {
    drafts.keep(holder, draft);
  }

  void forget(HolderPrincipal holder) {
    drafts.forget(holder);
  }

  /** Tells the page where it stands and what was wrong with it. */
  String page(Question question, Draft draft, Problems problems, Model model, String template) {
    List<Question> asked = asked(draft);
    int at = asked.indexOf(question);
    model.addAttribute("step", at + 1);
    model.addAttribute("steps", asked.size());
    model.addAttribute("back", Question.next(asked, draft).isEmpty() ? REVIEW : "/cancel");
    model.addAttribute("problems", problems);
    return "portal/cancel/" + template;
  }
}
