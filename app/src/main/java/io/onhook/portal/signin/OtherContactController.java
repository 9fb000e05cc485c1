package io.onhook.portal.signin;

import io.onhook.access.CodeAnswer;
import io.onhook.access.SignIn;
import io.onhook.access.SignInAnswer;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import io.onhook.web.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * For whom no code can reach on the line: the account's document, and a code to another contact of
 * the account. What is said never depends on whether line, contact and document are known and fit.
 */
@Controller
@RequestMapping("/sign-in/other-contact")
class OtherContactController {
  private static final String ATTEMPT = "sign-in.other-contact-attempt";
  private static final int LONGEST = 60;

  private final SignIn signIn;
  private final Sessions sessions;

  OtherContactController(SignIn signIn, Sessions sessions) {
    this.signIn = signIn;
    this.sessions = sessions;
  }

  @GetMapping
  String ask(Model model) {
    return page("", "", Problems.NONE, model);
  }

  @PostMapping
  String send(
      @RequestParam(name = "number", defaultValue = "") String number,
      @RequestParam(name = "document", defaultValue = "") String document,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      Model model) {
    if (!lang.isEmpty()) {
      return page(number, document, Problems.NONE, model);
    }
    var problems = new Problems();
    if (number.isBlank()) {
      problems.add("number", "number.missing");
    }
    if (document.isBlank() || document.length() > LONGEST) {
      problems.add("document", "document.missing");
    }
    if (!problems.any()) {
      switch (signIn.requestElsewhere(number, document, say.language(), request.getRemoteAddr())) {
        case CodeAnswer.Sent(var attempt, var expiresAt) -> {
          request.getSession().setAttribute(ATTEMPT, attempt);
          return "redirect:/sign-in/other-contact/code";
        }
        case CodeAnswer.WrongForm(var code, var remedy) -> problems.add("number", code);
        case CodeAnswer.TooMany(var retryAt) ->
            problems.add("number", "code.too-many", say.moment(retryAt));
        case CodeAnswer.Unavailable() -> problems.add("number", "unavailable");
      }
    }
    return page(number, document, problems, model);
  }

  @GetMapping("/code")
  String code(HttpSession session, Model model) {
    return session.getAttribute(ATTEMPT) == null
        ? "redirect:/sign-in/other-contact"
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
    if (!(request.getSession().getAttribute(ATTEMPT) instanceof String attempt)) {
      return "redirect:/sign-in/other-contact";
    }
    if (!lang.isEmpty()) {
      return codePage(code, Problems.NONE, model);
    }
    SignInAnswer answer = signIn.enter(attempt, code, request.getRemoteAddr());
    if (answer instanceof SignInAnswer.SignedIn(var holder)) {
      request.getSession().removeAttribute(ATTEMPT);
      sessions.begin(holder, request, response);
      return "redirect:" + Sessions.next(request, "/line");
    }
    return codePage("", CodeProblems.of(answer, say), model);
  }

  private static String page(String number, String document, Problems problems, Model model) {
    model.addAttribute("number", number);
    model.addAttribute("document", document);
    model.addAttribute("problems", problems);
    return "portal/signin/other-contact";
  }

  private static String codePage(String code, Problems problems, Model model) {
    model.addAttribute("code", code);
    model.addAttribute("problems", problems);
    model.addAttribute("action", "/sign-in/other-contact/code");
    model.addAttribute("again", "/sign-in/other-contact");
    return "portal/signin/code";
  }
}
