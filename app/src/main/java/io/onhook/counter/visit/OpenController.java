package io.onhook.counter.visit;

import io.onhook.access.CodeAnswer;
import io.onhook.access.ContactProof;
import io.onhook.access.ProofAnswer;
import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.CancellationRefusal;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.cancellation.Contact;
import io.onhook.cancellation.Hanging;
import io.onhook.counter.Said;
import io.onhook.notice.Notice.Channel;
import io.onhook.policy.Fate;
import io.onhook.policy.Packs;
import io.onhook.shared.Language;
import io.onhook.visit.OpenAnswer;
import io.onhook.visit.OpenWish;
import io.onhook.visit.Opening;
import io.onhook.visit.Visit;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private final ContactProof proof;
  private final Packs packs;
  private final MessageSource texts;

  OpenController(
      VisitDesk desk, Opening opening, ContactProof proof, Packs packs, MessageSource texts) {
    this.desk = desk;
    this.opening = opening;
    this.proof = proof;
    this.packs = packs;
    this.texts = texts;
  }

  /**
   * What a clerk typed.
   *
   * @param attempt of the code that is on its way; empty for none
   * @param sentTo the address that it went to: another one needs another code
   */
  record Fields(
      String address,
      String postal,
      String endsOn,
      String language,
      String code,
      String attempt,
      String sentTo) {
    static Fields of(Map<String, String> typed, Say say) {
      return new Fields(
          typed.getOrDefault("address", "").strip(),
          typed.getOrDefault("postal", "").strip(),
          typed.getOrDefault("endsOn", "").strip(),
          typed.getOrDefault("language", say.language().tag()),
          typed.getOrDefault("code", "").strip(),
          typed.getOrDefault("attempt", ""),
          typed.getOrDefault("sentTo", ""));
    }

    Fields sent(String to, String newAttempt) {
      return new Fields(address, postal, endsOn, language, "", newAttempt, to);
    }

    Channel channel() {
      return address.isEmpty() && !postal.isEmpty()
          ? Channel.LETTER
          : address.contains("@") ? Channel.EMAIL : Channel.SMS;
    }
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
        desk.visit(id), staff, Fields.of(Map.of(), say), Map.of(), Problems.NONE, model, locale);
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
    Fields fields = Fields.of(typed, say);
    var problems = new Problems();
    if (!lang.isEmpty() || visit.partyId().isEmpty()) {
      return page(visit, staff, fields, typed, problems, model, locale);
    }
    if (sendCode) {
      return page(
          visit, staff, codeSent(visit, fields, say, web, problems), typed, problems, model, locale);
    }
    Contact contact = contact(visit, fields, say, problems);
    LocalDate endsOn = endsOn(fields, problems);
    Map<String, Fate> fates = fates(visit, staff, typed, problems);
    if (contact == null || problems.any()) {
      return page(visit, staff, fields, typed, problems, model, locale);
    }
    var wish = new OpenWish(contact, endsOn, language(fields, say), fates);
    switch (opening.open(visit, wish, staff.actor())) {
      case OpenAnswer.Opened(var reference) -> {
        next.addFlashAttribute("said", Said.done("case-opened", reference.text()));
        return "redirect:" + VisitDesk.path(visit);
      }
      case OpenAnswer.UnderWay(var reference) -> {
        next.addFlashAttribute("said", Said.no("case-under-way", reference.text()));
        return "redirect:" + VisitDesk.path(visit);
      }
      case OpenAnswer.Refused(var because) -> refused(because, say, problems);
      case OpenAnswer.NoIdentity() -> problems.add("open", "visit.no-identity");
      case OpenAnswer.NotYours() -> problems.add("open", "visit.not-yours");
      case OpenAnswer.Unavailable() -> problems.add("open", "unavailable");
    }
    return page(visit, staff, fields, typed, problems, model, locale);
  }

  private Fields codeSent(
      Visit visit, Fields fields, Say say, HttpServletRequest web, Problems problems) {
    if (fields.address().isEmpty()) {
      problems.add("address", "address.missing");
      return fields;
    }
    return switch (proof.request(
        visit.partyId().orElseThrow(),
        fields.channel(),
        fields.address(),
        language(fields, say),
        web.getRemoteAddr())) {
      case CodeAnswer.Sent(var attempt, var expiresAt) -> fields.sent(fields.address(), attempt);
      case CodeAnswer.WrongForm(var code, var remedy) -> {
        problems.add("address", code);
        yield fields;
      }
      case CodeAnswer.TooMany(var retryAt) -> {
        problems.add("address", "code.too-many", say.moment(retryAt));
        yield fields;
      }
      case CodeAnswer.Unavailable() -> {
        problems.add("address", "unavailable");
        yield fields;
      }
    };
  }

  private @Nullable Contact contact(Visit visit, Fields fields, Say say, Problems problems) {
    Channel channel = fields.channel();
    if (fields.address().isEmpty() && fields.postal().isEmpty()) {
      problems.add("address", "visit.contact.missing");
      return null;
    }
    if (packs.current().request().contacts().stream()
        .noneMatch(it -> it.name().equals(channel.name()))) {
      problems.add("address", "contact.closed");
      return null;
    }
    if (channel == Channel.LETTER) {
      return new Contact(channel, fields.postal(), null);
    }
    if (fields.attempt().isEmpty() || !fields.sentTo().equals(fields.address())) {
      problems.add("address", "visit.contact.code");
      return null;
    }
    return switch (proof.enter(
        visit.partyId().orElseThrow(),
        channel,
        fields.address(),
        fields.attempt(),
        fields.code())) {
      case ProofAnswer.Proven(Instant at) ->
          new Contact(channel, proof.plain(channel, fields.address()), at);
      case ProofAnswer.NotACode() -> no(problems.add("code", "code.form"));
      case ProofAnswer.Wrong(int left) -> no(problems.add("code", "code.wrong", left));
      case ProofAnswer.TriedTooOften() -> no(problems.add("code", "code.tried-too-often"));
      case ProofAnswer.Stale() -> no(problems.add("code", "code.stale"));
    };
  }

  private static @Nullable Contact no(Problems said) {
    return null;
  }

  private static @Nullable LocalDate endsOn(Fields fields, Problems problems) {
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

  private static Language language(Fields fields, Say say) {
    return java.util.Arrays.stream(Language.values())
        .filter(it -> it.tag().equals(fields.language()))
        .findFirst()
        .orElse(say.language());
  }

  private Map<String, Fate> fates(
      Visit visit, StaffPrincipal staff, Map<String, String> typed, Problems problems) {
    var fates = new HashMap<String, Fate>();
    List<Hanging> hanging = hanging(desk.checked(visit, staff));
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

  private static void refused(List<CancellationRefusal> because, Say say, Problems problems) {
    for (CancellationRefusal refusal : because) {
      switch (refusal) {
        case CancellationRefusal.WrongField(var field, var code, var remedy) ->
            problems.add(
                field.equals("endsOn") ? "endsOn" : field.startsWith("contact") ? "address" : "open",
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
        case CancellationRefusal.KeyReused reused ->
            problems.add("open", "visit.opened-before");
      }
    }
  }

  private String page(
      Visit visit,
      StaffPrincipal staff,
      Fields fields,
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
