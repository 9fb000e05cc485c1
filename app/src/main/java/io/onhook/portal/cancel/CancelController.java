package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.access.SignInWay;
import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.CancellationRefusal;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.cancellation.Confirmation;
import io.onhook.cancellation.Contact;
import io.onhook.cancellation.Hanging;
import io.onhook.cancellation.Representative;
import io.onhook.cancellation.SubmitAnswer;
import io.onhook.policy.Acting;
import io.onhook.policy.Packs;
import io.onhook.policy.Text;
import io.onhook.policy.Wording;
import io.onhook.portal.OwnLine;
import io.onhook.portal.Proved;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form as a list of tasks, the check of all answers, and sending. */
@Controller
@RequestMapping("/cancel")
class CancelController {
  /**
   * One line of the task list.
   *
   * @param name of a paper, in the pack's words; empty for a question, which has a text of its own
   */
  record Task(String key, String name, String path, boolean done) {
    Task(Question question, Draft draft) {
      this(question.key(), "", question.path(), question.answered(draft));
    }
  }

  private final Form form;
  private final Cancellations cancellations;
  private final Packs packs;
  private final PaperRows papers;
  private final LastCode lastCode;
  private final OwnLine ownLine;

  CancelController(
      Form form,
      Cancellations cancellations,
      Packs packs,
      PaperRows papers,
      LastCode lastCode,
      OwnLine ownLine) {
    this.lastCode = lastCode;
    this.ownLine = ownLine;
    this.form = form;
    this.cancellations = cancellations;
    this.packs = packs;
    this.papers = papers;
  }

  @GetMapping
  String tasks(
      @AuthenticationPrincipal HolderPrincipal holder,
      @ModelAttribute("say") Say say,
      Model model) {
    Draft kept = form.draft(holder);
    OwnLine.Seen seen = look(holder, kept);
    Optional<Checked> checked = seen.checked();
    Optional<String> elsewhere = checked.flatMap(CancelController::elsewhere);
    if (checked.isEmpty() || elsewhere.isPresent()) {
      return elsewhere.orElse("redirect:/line");
    }
    Draft draft = asked(kept, checked.get(), seen.acting());
    if (!draft.equals(kept)) {
      form.keep(holder, draft);
    }
    model.addAttribute("number", checked.get().line().msisdn().masked());
    model.addAttribute("kept", say.term(Form.kept(packs.current())));
    model.addAttribute(
        "tasks",
        form.asked(draft).stream().flatMap(question -> tasks(question, draft, say)).toList());
    Optional<Question> open = Question.next(form.asked(draft), draft);
    model.addAttribute("complete", open.isEmpty());
    model.addAttribute("first", open.map(Question::path).orElse("/cancel/review"));
    return "portal/cancel/tasks";
  }

  /** Straight on to what is still open: walking forward needs no list. */
  @GetMapping("/next")
  String next(@AuthenticationPrincipal HolderPrincipal holder) {
    Draft kept = form.draft(holder);
    OwnLine.Seen seen = look(holder, kept);
    Optional<Checked> checked = seen.checked();
    Optional<String> elsewhere = checked.flatMap(CancelController::elsewhere);
    if (checked.isEmpty() || elsewhere.isPresent()) {
      return elsewhere.orElse("redirect:/line");
    }
    Draft draft = asked(kept, checked.get(), seen.acting());
    if (!draft.equals(kept)) {
      form.keep(holder, draft);
    }
    return "redirect:" + form.next(draft);
  }

  /** Each paper is a task of its own. */
  private Stream<Task> tasks(Question question, Draft draft, Say say) {
    return question == Question.PAPERS
        ? papers.rows(draft, say).stream()
            .map(row -> new Task(row.key(), row.title(), row.path(), row.complete()))
        : Stream.of(new Task(question, draft));
  }

  @GetMapping("/review")
  String review(
      @AuthenticationPrincipal HolderPrincipal holder,
      @ModelAttribute("say") Say say,
      HttpSession session,
      Model model) {
    return reviewPage(holder, form.draft(holder), Problems.NONE, say, session, model);
  }

  @PostMapping("/review")
  String submit(
      @AuthenticationPrincipal HolderPrincipal holder,
      @RequestParam(name = "declared", defaultValue = "false") boolean declared,
      @RequestParam(name = "cared", defaultValue = "false") boolean cared,
      @RequestParam(name = "code", defaultValue = "") String code,
      @RequestParam(name = "another", defaultValue = "false") boolean another,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      HttpServletRequest web,
      Model model,
      RedirectAttributes next) {
    Draft draft = form.draft(holder);
    HttpSession session = web.getSession();
    model.addAttribute("declared", declared);
    model.addAttribute("cared", cared);
    model.addAttribute("code", lang.isEmpty() ? "" : code);
    if (!lang.isEmpty()) {
      return reviewPage(holder, draft, Problems.NONE, say, session, model);
    }
    var problems = new Problems();
    if (!cared && !draft.cared()) {
      problems.add("cared", "cared.missing");
    }
    if (!declared) {
      problems.add("declared", "declared.missing");
    }
    if (problems.any()) {
      return reviewPage(holder, draft, problems, say, session, model);
    }
    if (Question.next(form.asked(draft), draft).isPresent()) {
      return "redirect:/cancel";
    }
    if (another) {
      lastCode.drop(session);
    }
    CancelLine request = request(holder, draft, say);
    Confirmation proved =
        lastCode.sentTo(session).isEmpty()
            ? Proved.bySignIn(holder)
            : check(holder, draft)
                .map(now -> cancellations.content(request, now.eligibility().quote()))
                .map(content -> lastCode.proved(holder, content, code, session, problems))
                .orElseGet(() -> Proved.bySignIn(holder));
    if (problems.any()) {
      return reviewPage(holder, draft, problems, say, session, model);
    }
    return switch (cancellations.submit(request, holder.actor(), draft.id(), proved)) {
      case SubmitAnswer.Submitted sent -> {
        form.forget(holder);
        lastCode.drop(session);
        yield "redirect:/track/" + sent.reference() + "/submitted";
      }
      case SubmitAnswer.AlreadyOpen(var reference) -> {
        next.addFlashAttribute("alreadyOpen", true);
        yield "redirect:/track/" + reference;
      }
      case SubmitAnswer.Refused(var because) -> {
        if (because.stream().anyMatch(CancellationRefusal.NotConfirmed.class::isInstance)) {
          check(holder, draft)
              .map(now -> cancellations.content(request, now.eligibility().quote()))
              .ifPresent(content -> lastCode.ask(holder, content, say, web, problems));
        }
        yield refused(holder, draft, because, problems, say, session, model);
      }
      case SubmitAnswer.PartnerUnavailable unavailable ->
          reviewPage(holder, draft, problems.add("send", "unavailable"), say, session, model);
      case SubmitAnswer.NotReckonable odd ->
          reviewPage(holder, draft, problems.add("send", "not-reckonable"), say, session, model);
    };
  }

  private String refused(
      HolderPrincipal holder,
      Draft draft,
      List<CancellationRefusal> because,
      Problems problems,
      Say say,
      HttpSession session,
      Model model) {
    for (CancellationRefusal refusal : because) {
      switch (refusal) {
        case CancellationRefusal.WrongField(var field, var code, var remedy) ->
            problems.add("change-" + Question.ofField(field).key(), code);
        case CancellationRefusal.CopyMissing(var paper, var sides) ->
            problems.add("change-" + paper.key(), "copy.missing", sides);
        case CancellationRefusal.NotConfirmed asked -> {
          // The page has a field for the code now.
        }
        case CancellationRefusal.Blocked blocked ->
            problems.add(
                draft.identity() == null ? "send" : "change-identity",
                "blocked",
                say.text(blocked.finding().title()),
                say.text(blocked.finding().remedy()));
        case CancellationRefusal.NoSuchLine gone -> problems.add("send", gone.code());
        case CancellationRefusal.KeyReused reused -> problems.add("send", reused.code());
      }
    }
    return reviewPage(holder, draft, problems, say, session, model);
  }

  private String reviewPage(
      HolderPrincipal holder,
      Draft kept,
      Problems problems,
      Say say,
      HttpSession session,
      Model model) {
    OwnLine.Seen seen = look(holder, kept);
    Optional<Checked> checked = seen.checked();
    if (checked.isEmpty() || (elsewhere(checked.get()).isPresent() && !problems.any())) {
      return checked.flatMap(CancelController::elsewhere).orElse("redirect:/line");
    }
    Draft draft = asked(kept, checked.get(), seen.acting());
    if (Question.next(form.asked(draft), draft).isPresent()) {
      return "redirect:/cancel";
    }
    model.addAttribute("problems", problems);
    model.addAttribute("codeTo", lastCode.sentTo(session).map(SignInWay::text).orElse(null));
    model.addAttribute("cooling", Proved.via(holder) == Confirmation.Via.OTHER_CONTACT);
    model.addAttribute("draft", draft);
    model.addAttribute("asked", form.asked(draft).stream().map(Question::key).toList());
    model.addAttribute("papers", papers.rows(draft, say));
    model.addAttribute("line", checked.get().line());
    model.addAttribute("quote", checked.get().eligibility().quote());
    model.addAttribute("dates", checked.get().dates());
    model.addAttribute("eligibility", checked.get().eligibility());
    model.addAttribute("outlook", checked.get().outlook());
    model.addAttribute("ways", packs.current().money().refundWays());
    model.addAttribute("acting", draft.acts().key());
    model.addAttribute("relation", relation(draft, say));
    model.addAttribute("declaration", say.text(packs.current().declaration(draft.acts())));
    model.addAttribute("submit", say.text(packs.current().wording(Wording.SUBMIT)));
    return "portal/cancel/review";
  }

  /** What a representative is to the holder, in the pack's words; empty for the holder. */
  private String relation(Draft draft, Say say) {
    Representative who = draft.representative();
    var rule = packs.current().actors().get(draft.acts());
    Text relation = who == null || rule == null ? null : rule.relations().get(who.relation());
    return relation == null ? "" : say.text(relation);
  }

  private Optional<Checked> check(HolderPrincipal holder, Draft draft) {
    return look(holder, draft).checked();
  }

  private OwnLine.Seen look(HolderPrincipal holder, Draft draft) {
    var end = draft.end();
    return ownLine.look(holder, end == null ? null : end.on(), draft.acting());
  }

  /** Where the holder is led if there is nothing to fill in. */
  private static Optional<String> elsewhere(Checked checked) {
    if (checked.open().isPresent()) {
      return Optional.of("redirect:/track/" + checked.open().get());
    }
    return checked.eligibility().canBeAsked() ? Optional.empty() : Optional.of("redirect:/line");
  }

  private Draft asked(Draft draft, Checked checked, Acting acting) {
    Draft known = acting == draft.acts() ? draft : draft.as(acting);
    return known.asked(
        checked.eligibility().quote().toRefund().isPositive(),
        checked.eligibility().needed().copies(),
        Hanging.of(packs.current(), checked.line()).stream()
            .filter(it -> !it.choices().isEmpty())
            .toList());
  }

  private static CancelLine request(HolderPrincipal holder, Draft draft, Say say) {
    var identity =
        Objects.requireNonNullElseGet(
            draft.identity(), () -> new Draft.Identity(CancelLine.NO_DOCUMENT, "", ""));
    var contact = Objects.requireNonNull(draft.contact());
    var end = draft.end();
    var refund = draft.refund();
    return new CancelLine(
        holder.lineId(),
        identity.name(),
        identity.kind(),
        identity.number(),
        end == null ? null : end.on(),
        new Contact(contact.channel(), contact.address(), contact.confirmedAt()),
        refund == null ? null : refund.account(),
        say.language(),
        "web",
        Form.drawer(holder, draft),
        draft.fates(),
        draft.acts() == Acting.HOLDER ? null : draft.representative());
  }
}
