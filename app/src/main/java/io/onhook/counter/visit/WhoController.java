package io.onhook.counter.visit;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.CancellationRefusal.WrongField;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.cancellation.Representative;
import io.onhook.counter.Said;
import io.onhook.policy.Acting;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.policy.Text;
import io.onhook.visit.Visit;
import io.onhook.visit.Visitor;
import io.onhook.visit.VisitorAnswer;
import io.onhook.visit.Visitors;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Who stands at the window? The holder, or somebody in their place, with an own ID. */
@Controller
@RequestMapping("/staff/counter/visits/{id}/who")
class WhoController {
  private static final String FIELD = "representative.";

  /** Said to who acts online in words that fit no clerk. */
  private static final Set<String> IN_OTHER_WORDS =
      Set.of("relation.missing", "representative.is-holder");

  private final VisitDesk desk;
  private final Visitors visitors;
  private final Packs packs;
  private final MessageSource texts;

  WhoController(VisitDesk desk, Visitors visitors, Packs packs, MessageSource texts) {
    this.desk = desk;
    this.visitors = visitors;
    this.packs = packs;
    this.texts = texts;
  }

  @GetMapping
  String ask(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      Model model,
      Locale locale) {
    Visit visit = desk.visit(id);
    String known =
        desk.checked(visit, staff).map(it -> visitors.acting(visit, it.line()).key()).orElse("");
    return page(visit, known, staff, Problems.NONE, model, locale);
  }

  @PostMapping
  String choose(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @RequestParam(name = "acting", defaultValue = "") String acting,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      Model model,
      Locale locale,
      RedirectAttributes next) {
    Visit visit = desk.visit(id);
    var problems = new Problems();
    Optional<Acting> chosen = Acting.of(acting).filter(visitors.allowed()::contains);
    if (!lang.isEmpty()) {
      return page(visit, acting, staff, problems, model, locale);
    }
    if (chosen.isEmpty()) {
      problems.add("acting", "visit.acting.missing");
      return page(visit, acting, staff, problems, model, locale);
    }
    if (chosen.get() != Acting.HOLDER) {
      return "redirect:" + VisitDesk.path(visit) + "/who/" + chosen.get().key();
    }
    return said(visitors.holder(visit, staff.actor()), "acting", problems, next)
        ? "redirect:" + VisitDesk.path(visit)
        : page(visit, acting, staff, problems, model, locale);
  }

  @GetMapping("/{acting}")
  String ask(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @PathVariable("acting") String key,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    Visit visit = desk.visit(id);
    Optional<Acting> acting = other(key);
    // The number is not sent back to the browser: who comes back types it again.
    ActorFields fields =
        visitors
            .of(visit)
            .filter(it -> acting.filter(role -> role == it.acting()).isPresent())
            .flatMap(Visitor::representative)
            .map(ActorFields::of)
            .orElseGet(() -> ActorFields.none(kind()));
    return acting
        .map(role -> page(visit, role, fields, staff, Problems.NONE, say, model, locale))
        .orElseGet(() -> "redirect:" + VisitDesk.path(visit) + "/who");
  }

  @PostMapping("/{acting}")
  String say(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") long id,
      @PathVariable("acting") String key,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale,
      RedirectAttributes next) {
    Visit visit = desk.visit(id);
    Optional<Acting> acting = other(key);
    if (acting.isEmpty()) {
      return "redirect:" + VisitDesk.path(visit) + "/who";
    }
    ActorFields fields = ActorFields.of(typed);
    var problems = new Problems();
    if (lang.isEmpty()) {
      Representative who = fields.representative(acting.get());
      tell(visitors.wrong(visit, who), problems);
      if (!fields.alike()) {
        problems.add("alike", "visit.alike.missing");
      }
      if (!problems.any()
          && said(visitors.say(visit, who, staff.actor()), "name", problems, next)) {
        return "redirect:" + VisitDesk.path(visit);
      }
    }
    return page(visit, acting.get(), fields, staff, problems, say, model, locale);
  }

  private static void tell(List<WrongField> wrong, Problems problems) {
    wrong.forEach(it -> problems.add(field(it), code(it.code())));
  }

  private static boolean said(
      VisitorAnswer answer, String field, Problems problems, RedirectAttributes next) {
    switch (answer) {
      case VisitorAnswer.Said said -> {
        next.addFlashAttribute("said", Said.done("visitor"));
        return true;
      }
      case VisitorAnswer.Wrong(List<WrongField> fields) -> tell(fields, problems);
      case VisitorAnswer.NotHere() -> problems.add(field, "visit.acting.not-here");
      case VisitorAnswer.Settled() -> problems.add(field, "visit.visitor-settled");
      case VisitorAnswer.NotYours() -> problems.add(field, "visit.not-yours");
      case VisitorAnswer.NoLine() -> problems.add(field, "unavailable");
    }
    return false;
  }

  private static String field(WrongField wrong) {
    return wrong.field().startsWith(FIELD)
        ? wrong.field().substring(FIELD.length())
        : wrong.field();
  }

  private static String code(String code) {
    return IN_OTHER_WORDS.contains(code) ? "visit." + code : code;
  }

  private Optional<Acting> other(String key) {
    return Acting.of(key).filter(it -> it != Acting.HOLDER).filter(visitors.allowed()::contains);
  }

  private List<Paper> kinds() {
    return packs.current().identities().stream()
        .filter(paper -> paper != Paper.COMPANY_REGISTRATION)
        .toList();
  }

  private String kind() {
    return kinds().stream().findFirst().map(Paper::key).orElse("");
  }

  private String page(
      Visit visit,
      String acting,
      StaffPrincipal staff,
      Problems problems,
      Model model,
      Locale locale) {
    if (visit.line().isEmpty()) {
      return "redirect:" + VisitDesk.path(visit) + "/line";
    }
    model.addAttribute("acting", acting);
    model.addAttribute(
        "roles",
        visitors.allowed().stream()
            .map(
                role ->
                    new Option(
                        role.key(),
                        texts.getMessage("visit.who." + role.key(), null, locale),
                        null))
            .toList());
    return desk.page(visit, staff, problems, model, "who");
  }

  private String page(
      Visit visit,
      Acting acting,
      ActorFields fields,
      StaffPrincipal staff,
      Problems problems,
      Say say,
      Model model,
      Locale locale) {
    Optional<Checked> checked = desk.checked(visit, staff);
    if (visit.line().isEmpty()) {
      return "redirect:" + VisitDesk.path(visit) + "/line";
    }
    var rule = packs.current().actors().get(acting);
    Map<String, Text> relations = rule == null ? Map.of() : rule.relations();
    model.addAttribute("fields", fields);
    model.addAttribute("acting", acting.key());
    model.addAttribute("rule", rule == null ? "" : say.text(rule.text()));
    model.addAttribute("holder", checked.map(it -> it.line().holder().name()).orElse(""));
    model.addAttribute("mandate", Representative.needsMandate(acting));
    model.addAttribute("kinds", kinds().stream().map(paper -> option(paper, say, locale)).toList());
    model.addAttribute(
        "relations",
        relations.entrySet().stream()
            .map(it -> new Option(it.getKey(), say.text(it.getValue()), null))
            .toList());
    return desk.page(visit, staff, problems, model, "who-acts");
  }

  private Option option(Paper paper, Say say, Locale locale) {
    Paper.Rule words = packs.current().papers().get(paper);
    return new Option(
        paper.key(),
        words == null
            ? texts.getMessage("cancel.document." + paper.key(), null, locale)
            : say.text(words.title()),
        null);
  }
}
