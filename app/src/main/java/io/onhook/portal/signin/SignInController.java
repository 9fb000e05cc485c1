package io.onhook.portal.signin;

import io.onhook.access.CodeAnswer;
import io.onhook.access.SignIn;
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
  private static final CodePage.Way WAY = new CodePage.Way("/sign-in", "sign-in.attempt", true);
  private static final String NUMBER_PAGE = "portal/signin/number";

  private final SignIn signIn;
  private final CodePage codes;

  SignInController(SignIn signIn, CodePage codes) {
    this.signIn = signIn;
    this.codes = codes;
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
      CodeAnswer answer = signIn.request(number, say.language(), request.getRemoteAddr());
      Optional<String> next =
          CodePage.sent(WAY, answer, "number", problems, say, request.getSession());
      if (next.isPresent()) {
        return next.get();
      }
    }
    model.addAttribute("problems", problems);
    model.addAttribute("number", number);
    return NUMBER_PAGE;
  }

  @GetMapping("/sign-in/code")
  String code(HttpSession session, Model model) {
    return CodePage.show(WAY, "", session, model);
  }

  @PostMapping(path = "/sign-in/code", params = "lang")
  String codeAgain(
      @RequestParam(name = "code", defaultValue = "") String code,
      HttpSession session,
      Model model) {
    return CodePage.show(WAY, code, session, model);
  }

  @PostMapping(path = "/sign-in/code", params = "!lang")
  String enter(
      @RequestParam(name = "code", defaultValue = "") String code,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return codes.enter(
        WAY, code, say, request, response, () -> Sessions.next(request, "/line"), model);
  }
}
