package io.onhook.backoffice;

import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.Applicants;
import io.onhook.cancellation.Application;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.cancellation.Confirmation;
import io.onhook.cancellation.DecideAnswer;
import io.onhook.cancellation.Inquiries;
import io.onhook.cancellation.Need;
import io.onhook.cancellation.Objections;
import io.onhook.cancellation.ReviewDecision;
import io.onhook.cancellation.ReviewDecision.Reason;
import io.onhook.policy.Acting;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.web.AddressedCase;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import io.onhook.worklist.ClaimAnswer;
import io.onhook.worklist.WorkItem;
import io.onhook.worklist.Worklist;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One request with its data side by side: taken, given back, approved or not. */
@Controller
@RequestMapping("/staff/reviews")
class ReviewController {
  /** What a reviewer typed. */
  record Fields(
      @Nullable String decision,
      @Nullable List<String> reasons,
      @Nullable List<String> needs,
      @Nullable String text) {
    static final Fields EMPTY = new Fields("", List.of(), List.of(), "");

    public List<String> needed() {
      return needs == null ? List.of() : needs;
    }

    public List<String> ticked() {
      return reasons == null ? List.of() : reasons;
    }

    public String words() {
      return text == null ? "" : text.strip();
    }
  }

  private final Cancellations cancellations;
  private final Applicants applicants;
  private final Inquiries inquiries;
  private final Objections objections;
  private final PaperDesk papers;
  private final Worklist worklist;
  private final Packs packs;
  private final Clock clock;
  private final MessageSource texts;

  ReviewController(
      Cancellations cancellations,
      Applicants applicants,
      Inquiries inquiries,
      Objections objections,
      PaperDesk papers,
      Worklist worklist,
      Packs packs,
      Clock clock,
      MessageSource texts) {
    this.cancellations = cancellations;
    this.applicants = applicants;
    this.inquiries = inquiries;
    this.objections = objections;
    this.papers = papers;
    this.worklist = worklist;
    this.packs = packs;
    this.clock = clock;
    this.texts = texts;
  }

  @GetMapping("/{reference}")
  String one(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("reference") String reference,
      @RequestParam(name = "papers", defaultValue = "") String opened,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    CancellationView it = find(reference, staff);
    papers.show(it, staff, opened, say, model);
    return page(it, staff, Fields.EMPTY, Problems.NONE, say, model, locale);
  }

  /** What is typed already comes along, and stays on the page. */
  @PostMapping("/{reference}/claim")
  String claim(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("reference") String reference,
      @ModelAttribute("fields") Fields fields,
      @RequestParam(name = "papers", defaultValue = "") String opened,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    CancellationView it = find(reference, staff);
    papers.show(it, staff, opened, say, model);
    var problems = new Problems();
    if (it.isOwnOf(staff.actor())) {
      problems.add("decision", "decision.own-case");
    } else {
      switch (worklist
          .ofCase(it.caseId())
          .map(item -> worklist.claim(item.id(), staff.username()))
          .orElseGet(ClaimAnswer.NotOpen::new)) {
        case ClaimAnswer.Claimed claimed -> {}
        case ClaimAnswer.TakenBy(String colleague) ->
            problems.add("decision", "decision.taken", colleague);
        case ClaimAnswer.NotOpen done -> problems.add("decision", "decision.decided");
      }
    }
    return page(it, staff, fields, problems, say, model, locale);
  }

  @PostMapping("/{reference}/release")
  String release(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("reference") String reference,
      @ModelAttribute("fields") Fields fields,
      @RequestParam(name = "papers", defaultValue = "") String opened,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    CancellationView it = find(reference, staff);
    papers.show(it, staff, opened, say, model);
    worklist.ofCase(it.caseId()).ifPresent(item -> worklist.release(item.id(), staff.username()));
    return page(it, staff, fields, Problems.NONE, say, model, locale);
  }

  @PostMapping("/{reference}/decision")
  String decide(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("reference") String reference,
      @ModelAttribute("fields") Fields fields,
      @RequestParam(name = "papers", defaultValue = "") String opened,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale,
      RedirectAttributes next) {
    CancellationView it = find(reference, staff);
    papers.show(it, staff, opened, say, model);
    if (!lang.isEmpty()) {
      return page(it, staff, fields, Problems.NONE, say, model, locale);
    }
    Optional<ReviewDecision> decision = decision(fields);
    if (decision.isEmpty()) {
      var problems = new Problems().add("decision", "decision.missing");
      return page(it, staff, fields, problems, say, model, locale);
    }
    var problems = new Problems();
    switch (cancellations.decide(it.reference(), decision.get(), staff.actor())) {
      case DecideAnswer.Decided decided -> next.addFlashAttribute("said", "decided");
      case DecideAnswer.NeedsSecondPerson second -> next.addFlashAttribute("said", "second");
      case DecideAnswer.NothingToDecide nothing -> problems.add("decision", "decision.decided");
      case DecideAnswer.SamePerson same -> problems.add("decision", "decision.same-person");
      case DecideAnswer.OwnCase own -> problems.add("decision", "decision.own-case");
      case DecideAnswer.ClaimedBy(var colleague) ->
          problems.add("decision", "decision.claimed", colleague);
      case DecideAnswer.ReasonMissing missing -> problems.add("reasons", "reasons.missing");
      case DecideAnswer.Asked asked -> next.addFlashAttribute("said", "asked");
      case DecideAnswer.AskedBefore before -> problems.add("decision", "decision.asked-before");
      case DecideAnswer.NeedMissing missing -> problems.add("needs", "needs.missing");
      case DecideAnswer.NothingToAsk none -> problems.add("decision", "decision.nothing-to-ask");
      case DecideAnswer.NoSuchCase none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return problems.any()
        ? page(find(reference, staff), staff, fields, problems, say, model, locale)
        : "redirect:/staff/reviews";
  }

  private static Optional<ReviewDecision> decision(Fields fields) {
    return switch (fields.decision() == null ? "" : fields.decision()) {
      case "approve" -> Optional.of(new ReviewDecision.Approve(fields.words()));
      case "not-approve" ->
          Optional.of(
              new ReviewDecision.NotApprove(
                  Arrays.stream(Reason.values())
                      .filter(reason -> fields.ticked().contains(reason.key()))
                      .toList(),
                  fields.words()));
      case "ask-for-more" ->
          Optional.of(
              new ReviewDecision.AskForMore(
                  fields.needed().stream().flatMap(key -> Need.of(key).stream()).toList(),
                  fields.words()));
      default -> Optional.empty();
    };
  }

  private String page(
      CancellationView it,
      StaffPrincipal staff,
      Fields fields,
      Problems problems,
      Say say,
      Model model,
      Locale locale) {
    model.addAttribute("it", it);
    model.addAttribute("fields", fields);
    model.addAttribute("problems", problems);
    model.addAttribute("work", worklist.ofCase(it.caseId()).orElse(null));
    model.addAttribute("me", staff.username());
    model.addAttribute("now", clock.instant());
    List<WorkItem> history = worklist.history(it.caseId());
    model.addAttribute("history", history);
    model.addAttribute("spoken", history.stream().anyMatch(item -> !item.verdicts().isEmpty()));
    model.addAttribute(
        "last",
        history.stream()
            .flatMap(item -> item.verdicts().stream())
            .reduce((a, b) -> b)
            .orElse(null));
    model.addAttribute("rule", packs.current().request().review());
    Optional<Checked> checked =
        cancellations.check(
                    it.line(),
                    null,
                    staff.actor(),
                    Confirmation.Via.LINE,
                    applicants.acting(it.reference()))
                instanceof Checked known
            ? Optional.of(known)
            : Optional.empty();
    model.addAttribute("known", checked.isPresent());
    model.addAttribute("checked", checked.orElse(null));
    Application applicant =
        applicants
            .application(
                it.reference(), staff.actor(), checked.map(c -> c.line().holder()).orElse(null))
            .orElse(null);
    model.addAttribute("applicant", applicant);
    model.addAttribute("relation", relation(applicant, say));
    model.addAttribute("inquiries", inquiries.of(it.reference(), staff.actor()));
    model.addAttribute("objections", objections.of(it.reference(), staff.actor()));
    boolean review = it.decision().filter("review"::equals).isPresent();
    model.addAttribute(
        "decisions",
        Stream.of("approve", "not-approve", "ask-for-more")
            .filter(key -> review || !key.equals("ask-for-more"))
            .map(key -> new Option(key, texts.getMessage("review." + key, null, locale), null))
            .toList());
    Pack pack = packs.current();
    model.addAttribute(
        "needs",
        review
            ? Need.offered(pack).stream()
                .map(need -> new Option(need.key(), need.text(pack, say.language()), null))
                .toList()
            : List.of());
    model.addAttribute(
        "asked",
        Arrays.stream(Need.values())
            .collect(Collectors.toMap(need -> need, need -> need.text(pack, say.language()))));
    model.addAttribute("until", say.term(pack.request().review().more().deadline()));
    model.addAttribute(
        "reasons",
        Arrays.stream(Reason.values())
            .map(reason -> new Option(reason.key(), reason.text(say.language()), null))
            .toList());
    return "backoffice/review";
  }

  /** What a representative says they are to the holder, in the pack's words. */
  private String relation(@Nullable Application applicant, Say say) {
    Application.By by = applicant == null ? null : applicant.onBehalf();
    return by == null
        ? ""
        : Acting.of(by.acting())
            .flatMap(acting -> Optional.ofNullable(packs.current().actors().get(acting)))
            .flatMap(rule -> Optional.ofNullable(rule.relations().get(by.relation())))
            .map(say::text)
            .orElse("");
  }

  private CancellationView find(String typed, StaffPrincipal staff) {
    return cancellations
        .find(AddressedCase.reference(typed), staff.actor())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
