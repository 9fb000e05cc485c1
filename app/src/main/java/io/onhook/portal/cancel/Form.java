package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.policy.Packs;
import io.onhook.web.Problems;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of the form have in common: the draft, the order, the way back. */
@Component
class Form {
  private static final String REVIEW = "/cancel/review";

  private final DraftStore drafts;
  private final Packs packs;

  Form(DraftStore drafts, Packs packs) {
    this.drafts = drafts;
    this.packs = packs;
  }

  Draft draft(HolderPrincipal holder) {
    return drafts.of(holder);
  }

  List<Question> asked(Draft draft) {
    return Question.asked(packs.current(), draft);
  }

  /** Keeps an answer, and leads to what is still open, or to the check of all answers. */
  String answered(HolderPrincipal holder, Draft draft) {
    drafts.keep(holder, draft);
    return "redirect:" + Question.next(asked(draft), draft).map(Question::path).orElse(REVIEW);
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
