package io.onhook.portal.signin;

import io.onhook.access.CodeAnswer;
import io.onhook.access.KnownContact;
import io.onhook.access.SignIn;
import io.onhook.access.SignInAnswer;
import io.onhook.cancellation.Applicants;
import io.onhook.notice.Notice.Channel;
import io.onhook.shared.CaseReference;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import io.onhook.web.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A case's reference, a code to its confirmed contact, and in: the way that still works once the
 * line is gone. Whether a reference exists is not told.
 */
@Controller
@RequestMapping("/sign-in/reference")
class ReferenceController {
  private static final String REFERENCE = "sign-in.reference";
  private static final String ATTEMPT = "sign-in.reference-attempt";

  private final Applicants applicants;
  private final SignIn signIn;
  private final Sessions sessions;

  ReferenceController(Applicants applicants, SignIn signIn, Sessions sessions) {
    this.applicants = applicants;
    this.signIn = signIn;
    this.sessions = sessions;
  }

  @GetMapping
  String ask(Model model) {
    return page("", Problems.NONE, model);
  }

  @PostMapping
  String send(
      @RequestParam(name = "reference", defaultValue = "") String typed,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      Model model) {
    if (!lang.isEmpty()) {
      return page(typed, Problems.NONE, model);
    }
    var problems = new Problems();
    Optional<CaseReference> reference = problems.read("reference", typed, CaseReference::typed);
    if (reference.isPresent()) {
      CaseReference named = reference.get();
      switch (signIn.requestTo(
          named.text(), () -> contact(named), say.language(), request.getRemoteAddr())) {
        case CodeAnswer.Sent(var attempt, var expiresAt) -> {
          HttpSession session = request.getSession();
          session.setAttribute(REFERENCE, named.text());
          session.setAttribute(ATTEMPT, attempt);
          return "redirect:/sign-in/reference/code";
        }
        case CodeAnswer.TooMany(var retryAt) ->
            problems.add("reference", "code.too-many", say.moment(retryAt));
        case CodeAnswer.Unavailable() -> problems.add("reference", "unavailable");
        case CodeAnswer.WrongForm(var code, var remedy) -> problems.add("reference", code);
      }
    }
    return page(typed, problems, model);
  }

  @GetMapping("/code")
  String code(HttpSession session, Model model) {
    return session.getAttribute(REFERENCE) == null
        ? "redirect:/sign-in/reference"
        : codePage("", Problems.NONE, model);
  }

  @PostMapping("/code")
  String enter(
      @RequestParam(name = "code", defaultValue = "") String code,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    HttpSession session = request.getSession();
    if (!(session.getAttribute(REFERENCE) instanceof String text)
        || !(session.getAttribute(ATTEMPT) instanceof String attempt)) {
      return "redirect:/sign-in/reference";
    }
    if (!lang.isEmpty()) {
      return codePage(code, Problems.NONE, model);
    }
    SignInAnswer answer = signIn.enter(attempt, code, request.getRemoteAddr());
    if (answer instanceof SignInAnswer.SignedIn(var holder)) {
      session.removeAttribute(REFERENCE);
      session.removeAttribute(ATTEMPT);
      sessions.begin(holder, request, response);
      return "redirect:/track/" + text;
    }
    return codePage("", CodeProblems.of(answer, say), model);
  }

  /** A letter is no way for a code. */
  private Optional<KnownContact> contact(CaseReference reference) {
    return applicants
        .reach(reference)
        .filter(reach -> reach.channel() != Channel.LETTER)
        .map(
            reach ->
                new KnownContact(
                    reach.partyId(), reach.line().value(), reach.channel(), reach.address()));
  }

  private static String page(String typed, Problems problems, Model model) {
    model.addAttribute("reference", typed);
    model.addAttribute("problems", problems);
    return "portal/signin/reference";
  }

  private static String codePage(String code, Problems problems, Model model) {
    model.addAttribute("code", code);
    model.addAttribute("problems", problems);
    model.addAttribute("action", "/sign-in/reference/code");
    model.addAttribute("again", "/sign-in/reference");
    return "portal/signin/code";
  }
}
