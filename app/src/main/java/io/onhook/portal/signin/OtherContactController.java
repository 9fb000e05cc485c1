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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * For whom no code can reach on the line: the account's document, and a code to another contact of
 * the account. What is said never depends on whether line, contact and document are known and fit.
 */
@Controller
@RequestMapping("/sign-in/other-contact")
class OtherContactController {
  private static final CodePage.Way WAY =
      new CodePage.Way("/sign-in/other-contact", "sign-in.other-contact-attempt", false);
  private static final int LONGEST = 60;

  private final SignIn signIn;
  private final CodePage codes;

  OtherContactController(SignIn signIn, CodePage codes) {
    this.signIn = signIn;
    this.codes = codes;
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
      CodeAnswer answer =
          signIn.requestElsewhere(number, document, say.language(), request.getRemoteAddr());
      Optional<String> next =
          CodePage.sent(WAY, answer, "number", problems, say, request.getSession());
      if (next.isPresent()) {
        return next.get();
      }
    }
    return page(number, document, problems, model);
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
    if (!lang.isEmpty()) {
      return CodePage.show(WAY, code, request.getSession(), model);
    }
    return codes.enter(
        WAY, code, say, request, response, () -> Sessions.next(request, "/line"), model);
  }

  private static String page(String number, String document, Problems problems, Model model) {
    model.addAttribute("number", number);
    model.addAttribute("document", document);
    model.addAttribute("problems", problems);
    return "portal/signin/other-contact";
  }
}
