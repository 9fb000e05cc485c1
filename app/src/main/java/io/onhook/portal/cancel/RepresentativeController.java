package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.DocumentNumber;
import io.onhook.cancellation.Representative;
import io.onhook.policy.Acting;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.policy.Text;
import io.onhook.portal.OwnLine;
import io.onhook.shared.Malformed;
import io.onhook.shared.PersonName;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** In what role do you act, and who are you? Asked of whoever acts for somebody else. */
@Controller
class RepresentativeController {
  private static final String PATH = "/cancel/representative";

  /** The page's fields, as typed. */
  record Fields(
      String name,
      String documentKind,
      String documentNumber,
      String relation,
      String mandateUntil) {
    Fields {
      name = name == null ? "" : name;
      documentKind = documentKind == null ? "" : documentKind;
      documentNumber = documentNumber == null ? "" : documentNumber;
      relation = relation == null ? "" : relation;
      mandateUntil = mandateUntil == null ? "" : mandateUntil;
    }
  }

  private final Form form;
  private final Packs packs;
  private final Clock clock;
  private final MessageSource texts;

  RepresentativeController(Form form, Packs packs, Clock clock, MessageSource texts) {
    this.form = form;
    this.packs = packs;
    this.clock = clock;
    this.texts = texts;
  }

  @GetMapping("/cancel/who")
  String who(@AuthenticationPrincipal HolderPrincipal holder, Model model, Locale locale) {
    return who(form.draft(holder).acts().key(), Problems.NONE, model, locale);
  }

  @PostMapping("/cancel/who")
  String whoIs(
      @AuthenticationPrincipal HolderPrincipal holder,
      @RequestParam(name = "acting", defaultValue = "") String acting,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      Locale locale) {
    Optional<Acting> chosen = Acting.of(acting).filter(OwnLine.online(packs.current())::contains);
    if (!lang.isEmpty() || chosen.isEmpty()) {
      var problems = new Problems();
      if (lang.isEmpty()) {
        problems.add("acting", "acting.missing");
      }
      return who(acting, problems, model, locale);
    }
    form.keep(holder, form.draft(holder).as(chosen.get()));
    return "redirect:/cancel/next";
  }

  private String who(String acting, Problems problems, Model model, Locale locale) {
    model.addAttribute("acting", acting);
    model.addAttribute("problems", problems);
    model.addAttribute(
        "roles",
        OwnLine.online(packs.current()).stream()
            .map(role -> option(role.key(), "cancel.who." + role.key(), locale))
            .toList());
    return "portal/cancel/who";
  }

  @GetMapping(PATH)
  String show(
      @AuthenticationPrincipal HolderPrincipal holder,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    Draft draft = form.draft(holder);
    if (!form.asked(draft).contains(Question.REPRESENTATIVE)) {
      return "redirect:/cancel";
    }
    Representative known = draft.representative();
    LocalDate until = known == null ? null : known.mandateUntil();
    // The number is not sent back to the browser: who comes back types it again.
    var fields =
        known == null
            ? new Fields("", kinds().findFirst().orElse(""), "", "", "")
            : new Fields(
                known.name(),
                known.documentKind(),
                "",
                known.relation(),
                until == null ? "" : until.toString());
    return page(draft, fields, Problems.NONE, say, model, locale);
  }

  @PostMapping(PATH)
  String answer(
      @AuthenticationPrincipal HolderPrincipal holder,
      @ModelAttribute("fields") Fields fields,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    Draft draft = form.draft(holder);
    if (!form.asked(draft).contains(Question.REPRESENTATIVE)) {
      return "redirect:/cancel";
    }
    var problems = new Problems();
    if (lang.isEmpty()) {
      LocalDate until = check(draft.acts(), fields, problems);
      if (!problems.any()) {
        return form.answered(
            holder,
            draft.with(
                new Representative(
                    draft.acts(),
                    PersonName.typed(fields.name()).text(),
                    fields.documentKind(),
                    fields.documentNumber().strip(),
                    fields.relation(),
                    until)));
      }
    }
    return page(draft, fields, problems, say, model, locale);
  }

  /** Returns until when a mandate is good, where one is asked for. */
  private @Nullable LocalDate check(Acting acting, Fields fields, Problems problems) {
    try {
      PersonName.typed(fields.name());
    } catch (Malformed e) {
      problems.add("name", e.code());
    }
    if (kinds().noneMatch(fields.documentKind()::equals)) {
      problems.add("documentKind", "document-kind.unknown");
    } else {
      problems.read(
          "documentNumber",
          fields.documentNumber(),
          typed -> {
            DocumentNumber.check(fields.documentKind(), typed);
            return typed;
          });
    }
    Map<String, Text> relations = relations(acting);
    if (!relations.isEmpty() && !relations.containsKey(fields.relation())) {
      problems.add("relation", "relation.missing");
    }
    return Representative.needsMandate(acting) ? mandate(fields.mandateUntil(), problems) : null;
  }

  private @Nullable LocalDate mandate(String typed, Problems problems) {
    try {
      LocalDate until = LocalDate.parse(typed.strip());
      if (until.isBefore(packs.current().days().dateOf(clock.instant()))) {
        problems.add("mandateUntil", "mandate.over");
      }
      return until;
    } catch (DateTimeParseException e) {
      problems.add("mandateUntil", "mandate.missing");
      return null;
    }
  }

  /** Of a person: whoever acts for a company is one too. */
  private Stream<String> kinds() {
    return packs.current().identities().stream()
        .filter(paper -> paper != Paper.COMPANY_REGISTRATION)
        .map(Paper::key);
  }

  private Map<String, Text> relations(Acting acting) {
    var rule = packs.current().actors().get(acting);
    return rule == null ? Map.of() : rule.relations();
  }

  private String page(
      Draft draft, Fields fields, Problems problems, Say say, Model model, Locale locale) {
    Acting acting = draft.acts();
    model.addAttribute("fields", fields);
    model.addAttribute("acting", acting.key());
    model.addAttribute("mandate", Representative.needsMandate(acting));
    model.addAttribute("several", OwnLine.online(packs.current()).size() > 1);
    model.addAttribute(
        "kinds", kinds().map(kind -> option(kind, "cancel.document." + kind, locale)).toList());
    model.addAttribute(
        "relations",
        relations(acting).entrySet().stream()
            .map(it -> new Option(it.getKey(), say.text(it.getValue()), null))
            .toList());
    return form.page(Question.REPRESENTATIVE, draft, problems, model, "representative");
  }

  private Option option(String value, String key, Locale locale) {
    return new Option(value, texts.getMessage(key, null, locale), null);
  }
}
