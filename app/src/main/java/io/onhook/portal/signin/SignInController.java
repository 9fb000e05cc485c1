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
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A number, a code, and in. What is said never depends on whether the number exists. */
@Controller
class SignInController {
  private static final String ATTEMPT = "sign-in.attempt";
  private static final String NUMBER_PAGE = "portal/signin/number";
  private static final String CODE_PAGE = "portal/signin/code";

  private final SignIn signIn;
  private final Sessions sessions;

  SignInController(SignIn signIn, Sessions sessions) {
    this.signIn = signIn;
    this.sessions = sessions;
  }

  @GetMapping("/sign-in")
  String number(
      @RequestParam(name = "expired", required = false) Optional<String> expired, Model model) {
    model.addAttribute("expired", expired.isPresent());
    model.addAttribute("number", "");
    return NUMBER_PAGE;
  }

  /** The language was switched: the same page, with what was typed. */
  @PostMapping(path = "/sign-in", params = "lang")
  String numberAgain(@RequestParam(name = "number", defaultValue = "") String number, Model model) {
    model.addAttribute("number", number);
    return NUMBER_PAGE;
  }

  @PostMapping(path = "/sign-in", params = "!lang")
  String send(
      @RequestParam(name = "number", defaultValue = "") String number,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      Model model) {
    var problems = new Problems();
    if (number.isBlank()) {
      problems.add("number", "number.missing");
    } else {
      switch (signIn.request(number, say.language(), request.getRemoteAddr())) {
        case CodeAnswer.Sent(var attempt, var expiresAt) -> {
          request.getSession().setAttribute(ATTEMPT, attempt);
          return "redirect:/sign-in/code";
        }
        case CodeAnswer.WrongForm(var code, var remedy) -> problems.add("number", code);
        case CodeAnswer.TooMany(var retryAt) ->
            problems.add("number", "code.too-many", say.moment(retryAt));
        case CodeAnswer.Unavailable() -> problems.add("number", "unavailable");
      }
    }
    model.addAttribute("problems", problems);
    model.addAttribute("number", number);
    return NUMBER_PAGE;
  }

  @GetMapping("/sign-in/code")
  String code(HttpSession session, Model model) {
    if (session.getAttribute(ATTEMPT) == null) {
      return "redirect:/sign-in";
    }
    return codePage("", model);
  }

  @PostMapping(path = "/sign-in/code", params = "lang")
  String codeAgain(@RequestParam(name = "code", defaultValue = "") String code, Model model) {
    return codePage(code, model);
  }

  @PostMapping(path = "/sign-in/code", params = "!lang")
  String enter(
      @RequestParam(name = "code", defaultValue = "") String code,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!(request.getSession().getAttribute(ATTEMPT) instanceof String attempt)) {
      return "redirect:/sign-in";
    }
    SignInAnswer answer = signIn.enter(attempt, code, request.getRemoteAddr());
    if (answer instanceof SignInAnswer.SignedIn(var holder)) {
      request.getSession().removeAttribute(ATTEMPT);
      sessions.begin(holder, request, response);
      return "redirect:" + Sessions.next(request, "/line");
    }
    model.addAttribute("problems", CodeProblems.of(answer, say));
    return codePage("", model);
  }

  private static String codePage(String code, Model model) {
    model.addAttribute("code", code);
    model.addAttribute("action", "/sign-in/code");
    model.addAttribute("again", "/sign-in");
    model.addAttribute("elsewhere", true);
    return CODE_PAGE;
  }
}
