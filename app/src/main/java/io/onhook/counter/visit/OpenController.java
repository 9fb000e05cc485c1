package io.onhook.counter.visit;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.CancellationRefusal;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.cancellation.Contact;
import io.onhook.cancellation.GateFinding;
import io.onhook.cancellation.Hanging;
import io.onhook.counter.Said;
import io.onhook.notice.Notice.Channel;
import io.onhook.policy.Fate;
import io.onhook.policy.Packs;
import io.onhook.visit.OpenAnswer;
import io.onhook.visit.OpenWish;
import io.onhook.visit.Opening;
import io.onhook.visit.Visit;
import io.onhook.visit.Visitors;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new case for a visitor: how they are reached, when the line ends, what hangs on it. */
@Controller
@RequestMapping("/staff/counter/visits/{id}/open")
class OpenController {
  private final VisitDesk desk;
  private final Opening opening;
  private final Reaching reaching;
  private final Visitors visitors;
  private final Packs packs;
  private final MessageSource texts;

  OpenController(
      VisitDesk desk,
      Opening opening,
      Reaching reaching,
      Visitors visitors,
      Packs packs,
      MessageSource texts) {
    this.desk = desk;
    this.opening = opening;
    this.reaching = reaching;
    this.visitors = visitors;
    this.packs = packs;
    this.texts = texts;
  }

  /** What hangs on the line, with the fields of its choice. */
  record Branch(String field, String name, boolean isLine, String chosen, List<Option> options) {}

  @GetMapping
  String ask(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    return page(
        desk.visit(id),
        staff,
        Reaching.Fields.of(Map.of(), say),
        Map.of(),
        Problems.NONE,
        model,
        locale);
  }

  @PostMapping
  String open(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @RequestParam(name = "send-code", defaultValue = "false") boolean sendCode,
      @ModelAttribute("say") Say say,
      HttpServletRequest web,
      Model model,
      Locale locale,
      RedirectAttributes next) {
    Visit visit = desk.visit(id);
    Reaching.Fields fields = Reaching.Fields.of(typed, say);
    var problems = new Problems();
    if (!lang.isEmpty() || visit.partyId().isEmpty()) {
      return page(visit, staff, fields, typed, problems, model, locale);
    }
    if (sendCode) {
      return page(
          visit,
          staff,
          reaching.codeSent(visit, fields, say, web, problems),
          typed,
          problems,
          model,
          locale);
    }
    LocalDate endsOn = endsOn(fields, problems);
    Optional<Checked> checked = desk.checked(visit, staff);
    Map<String, Fate> fates = fates(hanging(checked), typed, problems);
    checked.ifPresent(it -> notReady(visit, it, say, problems));
    if (packs.current().isApplication()) {
      checked.ifPresent(it -> blocked(it, say, problems));
    }
    // Last: a code that fits is used up.
    Contact contact = problems.any() ? null : reaching.contact(visit, fields, say, problems);
    if (contact == null) {
      return page(visit, staff, fields, typed, problems, model, locale);
    }
    var wish = new OpenWish(contact, endsOn, Reaching.language(fields, say), fates);
    switch (opening.open(visit, wish, staff.actor())) {
      case OpenAnswer.Opened(var reference) -> {
        next.addFlashAttribute("said", Said.done("case-opened", reference.text()));
        return "redirect:" + VisitDesk.path(visit);
      }
      case OpenAnswer.UnderWay(var reference) -> {
        next.addFlashAttribute("said", Said.no("case-under-way", reference.text()));
        return "redirect:" + VisitDesk.path(visit);
      }
      case OpenAnswer.Refused(var because) ->
          refused(
              because, contact.channel() == Channel.LETTER ? "postal" : "address", say, problems);
      case OpenAnswer.NoIdentity() -> problems.add("open", "visit.no-identity");
      case OpenAnswer.NotSaid() -> problems.add("open", "visit.not-said");
      case OpenAnswer.NotYours() -> problems.add("open", "visit.not-yours");
      case OpenAnswer.Unavailable() -> problems.add("open", "unavailable");
      case OpenAnswer.NotReckonable() -> problems.add("open", "not-reckonable");
    }
    return page(visit, staff, fields, typed, problems, model, locale);
  }

  private static @Nullable LocalDate endsOn(Reaching.Fields fields, Problems problems) {
    if (fields.endsOn().isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(fields.endsOn());
    } catch (DateTimeParseException e) {
      problems.add("endsOn", "ends-on.form");
      return null;
    }
  }

  /** Who is here, and their papers, before a code is used up. */
  private void notReady(Visit visit, Checked checked, Say say, Problems problems) {
    if (visitors.isToBeSaid(visit, checked.line())) {
      problems.add("open", "visit.not-said");
    }
    List<PaperRow> missing =
        desk.papers(visit, checked, say).stream().filter(it -> !it.complete()).toList();
    if (!missing.isEmpty()) {
      problems.add("open", "visit.copies.missing", titles(missing));
    }
  }

  private static String titles(List<PaperRow> papers) {
    return papers.stream().map(PaperRow::title).collect(Collectors.joining(" · "));
  }

  private static void blocked(Checked checked, Say say, Problems problems) {
    checked.eligibility().findings().stream()
        .filter(GateFinding::bars)
        .forEach(
            finding ->
                problems.add(
                    "open", "blocked", say.text(finding.title()), say.text(finding.remedy())));
  }

  private static Map<String, Fate> fates(
      List<Hanging> hanging, Map<String, String> typed, Problems problems) {
    var fates = new HashMap<String, Fate>();
    for (int i = 0; i < hanging.size(); i++) {
      Hanging it = hanging.get(i);
      String field = "choice" + (i + 1);
      Fate.of(typed.getOrDefault(field, ""))
          .filter(it.choices()::contains)
          .ifPresentOrElse(
              fate -> fates.put(it.id().value(), fate),
              () -> problems.add(field, "dependant.missing", it.name()));
    }
    return fates;
  }

  private List<Hanging> hanging(Optional<Checked> checked) {
    return checked
        .map(
            it ->
                Hanging.of(packs.current(), it.line()).stream()
                    .filter(one -> !one.choices().isEmpty())
                    .toList())
        .orElseGet(List::of);
  }

  private static void refused(
      List<CancellationRefusal> because, String reached, Say say, Problems problems) {
    for (CancellationRefusal refusal : because) {
      switch (refusal) {
        case CancellationRefusal.WrongField(var field, var code, var remedy) ->
            problems.add(
                field.equals("endsOn") ? "endsOn" : field.startsWith("contact") ? reached : "open",
                code);
        case CancellationRefusal.Blocked blocked ->
            problems.add(
                "open",
                "blocked",
                say.text(blocked.finding().title()),
                say.text(blocked.finding().remedy()));
        case CancellationRefusal.CopyMissing copy ->
            problems.add("open", "copy.missing", copy.sides());
        case CancellationRefusal.NotConfirmed asked ->
            throw new IllegalStateException("Staff are asked for no code of their own");
        case CancellationRefusal.NoSuchLine gone -> problems.add("open", gone.code());
        case CancellationRefusal.KeyReused reused -> problems.add("open", "visit.opened-before");
      }
    }
  }

  private String page(
      Visit visit,
      StaffPrincipal staff,
      Reaching.Fields fields,
      Map<String, String> typed,
      Problems problems,
      Model model,
      Locale locale) {
    if (visit.line().isEmpty() || visit.reference().isPresent()) {
      return "redirect:" + VisitDesk.path(visit);
    }
    Optional<Checked> checked = desk.checked(visit, staff);
    List<Hanging> hanging = hanging(checked);
    model.addAttribute("checked", checked.orElse(null));
    model.addAttribute("fields", fields);
    model.addAttribute(
        "letter",
        packs.current().request().contacts().stream()
            .anyMatch(it -> it.name().equals(Channel.LETTER.name())));
    model.addAttribute(
        "languages",
        packs.current().spoken().stream()
            .map(it -> new Option(it.tag(), it.ownName(), null))
            .toList());
    model.addAttribute(
        "branches",
        IntStream.range(0, hanging.size())
            .mapToObj(i -> branch(i, hanging.get(i), typed, locale))
            .toList());
    return desk.page(visit, staff, problems, model, "open");
  }

  private Branch branch(int at, Hanging it, Map<String, String> typed, Locale locale) {
    String of = it.isLine() ? "line." : "bundle.";
    String field = "choice" + (at + 1);
    return new Branch(
        field,
        it.name(),
        it.isLine(),
        typed.getOrDefault(field, ""),
        it.choices().stream()
            .map(
                fate ->
                    new Option(
                        fate.key(),
                        texts.getMessage("cancel.fate." + of + fate.key(), null, locale),
                        texts.getMessage("cancel.fate-hint." + of + fate.key(), null, locale)))
            .toList());
  }
}
