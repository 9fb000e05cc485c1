package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.policy.Packs;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When is the line to end? Asked only where the pack leaves a choice. */
@Controller
@RequestMapping("/cancel/end-date")
class EndDateController {
  private static final String EARLIEST = "earliest";
  private static final String DAY = "day";

  private final Form form;
  private final Packs packs;
  private final Clock clock;
  private final MessageSource texts;

  EndDateController(Form form, Packs packs, Clock clock, MessageSource texts) {
    this.form = form;
    this.packs = packs;
    this.clock = clock;
    this.texts = texts;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal HolderPrincipal holder,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    Draft draft = form.draft(holder);
    Draft.End end = draft.end();
    LocalDate on = end == null ? null : end.on();
    String when = end == null ? "" : on == null ? EARLIEST : DAY;
    return page(draft, when, on == null ? "" : on.toString(), Problems.NONE, say, model, locale);
  }

  @PostMapping
  String answer(
      @AuthenticationPrincipal HolderPrincipal holder,
      @RequestParam(name = "when", defaultValue = "") String when,
      @RequestParam(name = "endsOn", defaultValue = "") String endsOn,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    Draft draft = form.draft(holder);
    var problems = new Problems();
    if (lang.isEmpty()) {
      switch (when) {
        case EARLIEST -> {
          return form.answered(holder, draft.with(new Draft.End(null)));
        }
        case DAY -> {
          LocalDate on = read(endsOn, problems);
          if (on != null) {
            return form.answered(holder, draft.with(new Draft.End(on)));
          }
        }
        default -> problems.add("when", "when.missing");
      }
    }
    return page(draft, when, endsOn, problems, say, model, locale);
  }

  private static @Nullable LocalDate read(String typed, Problems problems) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      problems.add("endsOn", "ends-on.form");
      return null;
    }
  }

  private String page(
      Draft draft,
      String when,
      String endsOn,
      Problems problems,
      Say say,
      Model model,
      Locale locale) {
    LocalDate today = packs.current().days().dateOf(clock.instant());
    model.addAttribute("when", when);
    model.addAttribute("endsOn", endsOn);
    model.addAttribute("first", today.toString());
    model.addAttribute("longest", say.term(packs.current().end().longestAhead()));
    model.addAttribute(
        "choices",
        List.of(
            new Option(EARLIEST, texts.getMessage("cancel.end.earliest", null, locale), null),
            new Option(DAY, texts.getMessage("cancel.end.day", null, locale), null)));
    return form.page(Question.END_DATE, draft, problems, model, "end-date");
  }
}
