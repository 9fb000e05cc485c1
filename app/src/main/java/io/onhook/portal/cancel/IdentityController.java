package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.DocumentNumber;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.shared.Malformed;
import io.onhook.shared.PersonName;
import io.onhook.shared.ReadableZone;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who are you? Compared with the register when the request is sent, not before. */
@Controller
@RequestMapping("/cancel/identity")
class IdentityController {
  /** The page's fields, named as the request's. */
  record Fields(String documentKind, String holderName, String documentNumber) {
    Fields {
      documentKind = documentKind == null ? "" : documentKind;
      holderName = holderName == null ? "" : holderName;
      documentNumber = documentNumber == null ? "" : documentNumber;
    }
  }

  private final Form form;
  private final Packs packs;
  private final MessageSource texts;

  IdentityController(Form form, Packs packs, MessageSource texts) {
    this.form = form;
    this.packs = packs;
    this.texts = texts;
  }

  private List<String> kinds() {
    return packs.current().identities().stream().map(Paper::key).toList();
  }

  @GetMapping
  String show(@AuthenticationPrincipal HolderPrincipal holder, Model model, Locale locale) {
    Draft draft = form.draft(holder);
    if (!form.asked(draft).contains(Question.IDENTITY)) {
      return "redirect:/cancel";
    }
    var known = draft.identity();
    // The number is not sent back to the browser: who comes back types it again.
    var fields =
        known == null
            ? new Fields(kinds().getFirst(), "", "")
            : new Fields(known.kind(), known.name(), "");
    return page(draft, fields, Problems.NONE, model, locale);
  }

  @PostMapping
  String answer(
      @AuthenticationPrincipal HolderPrincipal holder,
      @ModelAttribute("fields") Fields fields,
      @RequestParam(name = "lang", required = false, defaultValue = "") String lang,
      Model model,
      Locale locale) {
    Draft draft = form.draft(holder);
    Problems problems = lang.isEmpty() ? check(fields) : Problems.NONE;
    if (!lang.isEmpty() || problems.any()) {
      return page(draft, fields, problems, model, locale);
    }
    return form.answered(holder, draft.with(identity(fields)));
  }

  /** The form only; whether it is the registered holder the request's receipt will tell. */
  private Problems check(Fields fields) {
    var problems = new Problems();
    if (!kinds().contains(fields.documentKind())) {
      problems.add("documentKind", "document-kind.unknown");
    }
    Optional<ReadableZone> zone = ReadableZone.in(fields.documentNumber());
    if (!fields.holderName().isBlank()
        || zone.map(ReadableZone::names).orElse(List.of()).isEmpty()) {
      name(fields.holderName(), problems);
    }
    if (fields.documentNumber().isBlank()) {
      problems.add("documentNumber", "documentNumber.missing");
    } else if (!problems.any()) {
      problems.read(
          "documentNumber", fields.documentNumber(), typed -> number(fields.documentKind(), typed));
      zone.filter(it -> !it.fits(fields.holderName()))
          .ifPresent(it -> problems.add("documentNumber", "passport.other-holder"));
    }
    return problems;
  }

  private static void name(String typed, Problems problems) {
    try {
      PersonName.typed(typed);
    } catch (Malformed e) {
      problems.add("holderName", e.code());
    }
  }

  private static String number(String kind, String typed) {
    DocumentNumber.check(kind, typed);
    return typed;
  }

  /** As typed; of a zone without a name beside it the zone's. */
  private static Draft.Identity identity(Fields fields) {
    String number = fields.documentNumber().strip();
    String name = fields.holderName();
    if (name.isBlank()) {
      name = ReadableZone.in(number).map(ReadableZone::name).orElse("");
    }
    return new Draft.Identity(fields.documentKind(), PersonName.typed(name).text(), number);
  }

  private String page(Draft draft, Fields fields, Problems problems, Model model, Locale locale) {
    model.addAttribute("fields", fields);
    model.addAttribute("acting", draft.acts().key());
    model.addAttribute(
        "kinds",
        kinds().stream()
            .map(
                kind ->
                    new Option(
                        kind, texts.getMessage("cancel.document." + kind, null, locale), null))
            .toList());
    return form.page(Question.IDENTITY, draft, problems, model, "identity");
  }
}
