package io.onhook.portal.signin;

import io.onhook.access.CodeAnswer;
import io.onhook.access.KnownContact;
import io.onhook.access.SignIn;
import io.onhook.cancellation.Applicants;
import io.onhook.notice.Notice.Channel;
import io.onhook.shared.CaseReference;
import io.onhook.web.Problems;
import io.onhook.web.Say;
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
  private static final CodePage.Way WAY =
      new CodePage.Way("/sign-in/reference", "sign-in.reference-attempt", false);

  private final Applicants applicants;
  private final SignIn signIn;
  private final CodePage codes;

  ReferenceController(Applicants applicants, SignIn signIn, CodePage codes) {
    this.applicants = applicants;
    this.signIn = signIn;
    this.codes = codes;
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
      CodeAnswer answer =
          signIn.requestTo(
              named.text(), () -> contact(named), say.language(), request.getRemoteAddr());
      HttpSession session = request.getSession();
      Optional<String> next = CodePage.sent(WAY, answer, "reference", problems, say, session);
      if (next.isPresent()) {
        session.setAttribute(REFERENCE, named.text());
        return next.get();
      }
    }
    return page(typed, problems, model);
  }

  @GetMapping("/code")
  String code(HttpSession session, Model model) {
    return CodePage.show(WAY, "", session, model);
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
    if (!lang.isEmpty()) {
      return CodePage.show(WAY, code, session, model);
    }
    return codes.enter(WAY, code, say, request, response, () -> caseIn(session), model);
  }

  private static String caseIn(HttpSession session) {
    Object reference = session.getAttribute(REFERENCE);
    session.removeAttribute(REFERENCE);
    return "/track/" + reference;
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
}
