package io.onhook.hotline;

import io.onhook.access.StaffPrincipal;
import io.onhook.call.Asking;
import io.onhook.call.Call;
import io.onhook.call.PhoneRequests;
import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.DocumentNumber;
import io.onhook.cancellation.Hanging;
import io.onhook.policy.Fate;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.shared.EmailAddress;
import io.onhook.shared.Malformed;
import io.onhook.shared.PersonName;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a caller asks for, as the agent types it; then it is read to them. */
@Controller
@RequestMapping("/staff/hotline/calls/{id}/cancel")
class AskingController {
  /** A branch of what hangs on the line; its field has a number, so that no id is on the page. */
  record Branch(int at, String name, boolean isLine, String chosen, List<Option> options) {
    public String field() {
      return "choice" + at;
    }
  }

  private final OwnCall own;
  private final CallPage page;
  private final PhoneRequests requests;
  private final Packs packs;
  private final MessageSource texts;

  AskingController(
      OwnCall own, CallPage page, PhoneRequests requests, Packs packs, MessageSource texts) {
    this.own = own;
    this.page = page;
    this.requests = requests;
    this.packs = packs;
    this.texts = texts;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal StaffPrincipal agent,
      @PathVariable("id") String id,
      Model model,
      Locale locale) {
    Call call = own.find(agent, id);
    Call.Caller caller = own.holder(call);
    Optional<CheckAnswer.Checked> checked = page.check(caller);
    if (checked.isEmpty() || !page.canAsk(caller)) {
      return "redirect:/staff/hotline/calls/" + id;
    }
    Map<String, String> typed =
        requests.kept(call).map(it -> typed(it, hanging(checked.get()))).orElseGet(Map::of);
    return form(call, checked.get(), typed, Problems.NONE, model, locale);
  }

  @PostMapping
  String keep(
      @AuthenticationPrincipal StaffPrincipal agent,
      @PathVariable("id") String id,
      @RequestParam Map<String, String> typed,
      Model model,
      Locale locale) {
    Call call = own.find(agent, id);
    Call.Caller caller = own.holder(call);
    Optional<CheckAnswer.Checked> checked = page.check(caller);
    if (checked.isEmpty()) {
      return "redirect:/staff/hotline/calls/" + id;
    }
    var problems = new Problems();
    if (typed.getOrDefault("lang", "").isEmpty()) {
      Asking asking = read(typed, checked.get(), problems);
      if (!problems.any()) {
        requests.keep(call, asking);
        return "redirect:/staff/hotline/calls/" + id + "/consent";
      }
    }
    return form(call, checked.get(), typed, problems, model, locale);
  }

  private Asking read(Map<String, String> typed, CheckAnswer.Checked checked, Problems problems) {
    String kind = typed.getOrDefault("documentKind", "");
    String name = typed.getOrDefault("holderName", "");
    String number = typed.getOrDefault("documentNumber", "").strip();
    if (packs.current().asksIdentity()) {
      identity(kind, name, number, problems);
    } else {
      kind = CancelLine.NO_DOCUMENT;
      name = "";
      number = "";
    }
    LocalDate endsOn = day(typed.getOrDefault("endsOn", ""), problems);
    String mail = typed.getOrDefault("mail", "").strip();
    if (!mail.isEmpty()) {
      problems.read("mail", mail, EmailAddress::typed);
    }
    var fates = new HashMap<String, Fate>();
    List<Hanging> hanging = hanging(checked);
    for (int i = 0; i < hanging.size(); i++) {
      Hanging it = hanging.get(i);
      String field = "choice" + (i + 1);
      Fate.of(typed.getOrDefault(field, ""))
          .filter(it.choices()::contains)
          .ifPresentOrElse(
              fate -> fates.put(it.id().value(), fate),
              () -> problems.add(field, "dependant.missing", it.name()));
    }
    return new Asking(kind, name, number, endsOn, mail, fates);
  }

  private void identity(String kind, String name, String number, Problems problems) {
    if (packs.current().identities().stream().map(Paper::key).noneMatch(kind::equals)) {
      problems.add("documentKind", "document-kind.unknown");
    }
    try {
      PersonName.typed(name);
    } catch (Malformed e) {
      problems.add("holderName", e.code());
    }
    if (number.isBlank()) {
      problems.add("documentNumber", "documentNumber.missing");
    } else if (!problems.any()) {
      problems.read(
          "documentNumber",
          number,
          it -> {
            DocumentNumber.check(kind, it);
            return it;
          });
    }
  }

  private static @Nullable LocalDate day(String typed, Problems problems) {
    if (typed.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      problems.add("endsOn", "day.form");
      return null;
    }
  }

  private List<Hanging> hanging(CheckAnswer.Checked checked) {
    return Hanging.of(packs.current(), checked.line()).stream()
        .filter(it -> !it.choices().isEmpty())
        .toList();
  }

  /** As typed before; the document's number is not sent back: who comes back types it again. */
  private static Map<String, String> typed(Asking asking, List<Hanging> hanging) {
    var typed = new HashMap<String, String>();
    typed.put("documentKind", asking.documentKind());
    typed.put("holderName", asking.holderName());
    LocalDate on = asking.endsOn();
    typed.put("endsOn", on == null ? "" : on.toString());
    typed.put("mail", asking.mail());
    for (int i = 0; i < hanging.size(); i++) {
      Fate fate = asking.dependants().get(hanging.get(i).id().value());
      typed.put("choice" + (i + 1), fate == null ? "" : fate.key());
    }
    return typed;
  }

  private String form(
      Call call,
      CheckAnswer.Checked checked,
      Map<String, String> typed,
      Problems problems,
      Model model,
      Locale locale) {
    List<Hanging> hanging = hanging(checked);
    model.addAttribute("call", call);
    model.addAttribute("checked", checked);
    model.addAttribute("typed", typed);
    model.addAttribute("identity", packs.current().asksIdentity());
    model.addAttribute("kinds", kinds(locale));
    model.addAttribute(
        "branches",
        IntStream.range(0, hanging.size())
            .mapToObj(i -> branch(i + 1, hanging.get(i), typed, locale))
            .toList());
    model.addAttribute("problems", problems);
    return "hotline/asking";
  }

  private List<Option> kinds(Locale locale) {
    return packs.current().identities().stream()
        .map(Paper::key)
        .map(
            kind ->
                new Option(kind, texts.getMessage("cancel.document." + kind, null, locale), null))
        .toList();
  }

  private Branch branch(int at, Hanging it, Map<String, String> typed, Locale locale) {
    String of = it.isLine() ? "line." : "bundle.";
    return new Branch(
        at,
        it.name(),
        it.isLine(),
        typed.getOrDefault("choice" + at, ""),
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
