package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.Hanging;
import io.onhook.policy.Fate;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What becomes of each secondary SIM and bundled product? Asked only where something hangs. */
@Controller
@RequestMapping("/cancel/dependants")
class DependantsController {
  /** A branch of the tree: {@code at} from 1 names its field, so that no id stands on the page. */
  record Branch(int at, String name, boolean isLine, String chosen, List<Option> options) {
    public String field() {
      return "choice" + at;
    }
  }

  private final Form form;
  private final MessageSource texts;

  DependantsController(Form form, MessageSource texts) {
    this.form = form;
    this.texts = texts;
  }

  @GetMapping
  String show(@AuthenticationPrincipal HolderPrincipal holder, Model model, Locale locale) {
    Draft draft = form.draft(holder);
    return draft.hanging().isEmpty()
        ? "redirect:/cancel"
        : page(draft, draft.fates(), Problems.NONE, model, locale);
  }

  @PostMapping
  String answer(
      @AuthenticationPrincipal HolderPrincipal holder,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      Locale locale) {
    Draft draft = form.draft(holder);
    var fates = new HashMap<String, Fate>();
    var problems = new Problems();
    for (int i = 0; i < draft.hanging().size(); i++) {
      Hanging it = draft.hanging().get(i);
      String field = "choice" + (i + 1);
      Fate.of(typed.getOrDefault(field, ""))
          .filter(it.choices()::contains)
          .ifPresentOrElse(
              fate -> fates.put(it.id().value(), fate),
              () -> problems.add(field, "dependant.missing", it.name()));
    }
    if (!lang.isEmpty() || problems.any()) {
      return page(draft, fates, lang.isEmpty() ? problems : Problems.NONE, model, locale);
    }
    return form.answered(holder, draft.withFates(fates));
  }

  private String page(
      Draft draft, Map<String, Fate> fates, Problems problems, Model model, Locale locale) {
    List<Hanging> hanging = draft.hanging();
    model.addAttribute(
        "branches",
        IntStream.range(0, hanging.size())
            .mapToObj(
                i -> {
                  Hanging it = hanging.get(i);
                  Fate chosen = fates.get(it.id().value());
                  return new Branch(
                      i + 1,
                      it.name(),
                      it.isLine(),
                      chosen == null ? "" : chosen.key(),
                      it.choices().stream().map(fate -> option(fate, it, locale)).toList());
                })
            .toList());
    return form.page(Question.DEPENDANTS, draft, problems, model, "dependants");
  }

  private Option option(Fate fate, Hanging it, Locale locale) {
    String of = it.isLine() ? "line." : "bundle.";
    return new Option(
        fate.key(),
        texts.getMessage("cancel.fate." + of + fate.key(), null, locale),
        texts.getMessage("cancel.fate-hint." + of + fate.key(), null, locale));
  }
}
