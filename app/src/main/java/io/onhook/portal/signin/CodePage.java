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
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The second page of every way to sign in: a code is typed, and whoever has it is in. */
@Component
final class CodePage {
  private final SignIn signIn;
  private final Sessions sessions;

  CodePage(SignIn signIn, Sessions sessions) {
    this.signIn = signIn;
    this.sessions = sessions;
  }

  /**
   * A way to sign in.
   *
   * @param start its first page; the page of the code lies below it
   * @param attempt where the session keeps which code is on its way
   * @param elsewhere whether the page leads to those for whom no code arrives
   */
  record Way(String start, String attempt, boolean elsewhere) {}

  /**
   * Goes on to the code's page if a code is on its way.
   *
   * @param field with which it is wrong if not
   * @return empty if something is wrong, which then stands among the problems
   */
  static Optional<String> sent(
      Way way, CodeAnswer answer, String field, Problems problems, Say say, HttpSession session) {
    switch (answer) {
      case CodeAnswer.Sent(var attempt, var expiresAt) -> {
        session.setAttribute(way.attempt(), attempt);
        return Optional.of("redirect:" + way.start() + "/code");
      }
      case CodeAnswer.WrongForm(var code, var remedy) -> problems.add(field, code);
      case CodeAnswer.TooMany(var retryAt) ->
          problems.add(field, "code.too-many", say.moment(retryAt));
      case CodeAnswer.Unavailable() -> problems.add(field, "unavailable");
    }
    return Optional.empty();
  }

  /**
   * Shows it.
   *
   * @param code as typed before the language was switched; else empty
   */
  static String show(Way way, String code, HttpSession session, Model model) {
    return session.getAttribute(way.attempt()) == null
        ? "redirect:" + way.start()
        : page(way, code, Problems.NONE, model);
  }

  /**
   * Takes the code.
   *
   * @param then where it goes on for who is in; asked once they are
   */
  String enter(
      Way way,
      String code,
      Say say,
      HttpServletRequest request,
      HttpServletResponse response,
      Supplier<String> then,
      Model model) {
    HttpSession session = request.getSession();
    if (!(session.getAttribute(way.attempt()) instanceof String attempt)) {
      return "redirect:" + way.start();
    }
    SignInAnswer answer = signIn.enter(attempt, code, request.getRemoteAddr());
    if (answer instanceof SignInAnswer.SignedIn(var holder)) {
      session.removeAttribute(way.attempt());
      sessions.begin(holder, request, response);
      return "redirect:" + then.get();
    }
    return page(way, "", problems(answer, say), model);
  }

  private static Problems problems(SignInAnswer answer, Say say) {
    var problems = new Problems();
    switch (answer) {
      case SignInAnswer.SignedIn in -> {}
      case SignInAnswer.NotACode() -> problems.add("code", "code.form");
      case SignInAnswer.Wrong(int left) -> problems.add("code", "code.wrong", left);
      case SignInAnswer.TriedTooOften() -> problems.add("code", "code.tried-too-often");
      case SignInAnswer.Stale() -> problems.add("code", "code.stale");
      case SignInAnswer.TooMany(var retryAt) ->
          problems.add("code", "code.too-many", say.moment(retryAt));
    }
    return problems;
  }

  private static String page(Way way, String code, Problems problems, Model model) {
    model.addAttribute("code", code);
    model.addAttribute("problems", problems);
    model.addAttribute("action", way.start() + "/code");
    model.addAttribute("again", way.start());
    model.addAttribute("elsewhere", way.elsewhere());
    return "portal/signin/code";
  }
}
