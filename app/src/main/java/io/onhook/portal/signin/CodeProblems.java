package io.onhook.portal.signin;

import io.onhook.access.SignInAnswer;
import io.onhook.web.Problems;
import io.onhook.web.Say;

/** What is wrong with a typed code, as the page says it. */
final class CodeProblems {
  private CodeProblems() {}

  static Problems of(SignInAnswer answer, Say say) {
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
}
