package io.onhook.portal.cancel;

import io.onhook.access.HolderPrincipal;
import io.onhook.access.SignInWay;
import io.onhook.access.StepUp;
import io.onhook.access.StepUpAnswer;
import io.onhook.access.StepUpProof;
import io.onhook.cancellation.Confirmation;
import io.onhook.portal.Proved;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The code just before the submit, where one is needed: asked for and typed on the page that shows
 * all answers, so that it costs no page of its own.
 */
@Component
class LastCode {
  private static final String PENDING = "cancel.last-code";

  /**
   * A code on its way or typed already, as the session keeps it.
   *
   * @param content a digest of what it confirms
   */
  private record Pending(
      String attempt, SignInWay to, String content, StepUpProof.@Nullable Confirmed confirmed)
      implements Serializable {
    private static final long serialVersionUID = 1;
  }

  private final StepUp stepUp;

  LastCode(StepUp stepUp) {
    this.stepUp = stepUp;
  }

  /** Where a code went that is to be typed; empty if none is asked for. */
  Optional<SignInWay> sentTo(HttpSession session) {
    return pending(session).map(Pending::to);
  }

  /** Forgets a code: another is wanted, or the request is in. */
  void drop(HttpSession session) {
    session.removeAttribute(PENDING);
  }

  /**
   * What is proved by now.
   *
   * @param content of the answers as they are now
   * @param code as typed; looked at only where one was asked for
   * @param problems what is wrong with it is noted here; another one is asked for where it is stale
   */
  Confirmation proved(
      HolderPrincipal holder, String content, String code, HttpSession session, Problems problems) {
    Optional<Pending> pending = pending(session).filter(it -> it.content().equals(content));
    if (pending.isEmpty()) {
      drop(session);
      return Proved.bySignIn(holder);
    }
    StepUpProof.Confirmed before = pending.get().confirmed();
    if (before != null) {
      return Proved.byStepUp(before, content);
    }
    switch (stepUp.enter(holder, content, pending.get().attempt(), code)) {
      case StepUpProof.Confirmed now -> {
        // Should the operator not answer the submit, nobody has to type another.
        session.setAttribute(
            PENDING, new Pending(pending.get().attempt(), pending.get().to(), content, now));
        return Proved.byStepUp(now, content);
      }
      case StepUpProof.NotACode() -> problems.add("code", "code.form");
      case StepUpProof.Wrong(int left) -> problems.add("code", "code.wrong", left);
      case StepUpProof.TriedTooOften gone -> drop(session);
      case StepUpProof.Stale gone -> drop(session);
    }
    return Proved.bySignIn(holder);
  }

  /** What was proved is not enough: a code goes out for this content. */
  void ask(
      HolderPrincipal holder,
      String content,
      Say say,
      HttpServletRequest request,
      Problems problems) {
    drop(request.getSession());
    switch (stepUp.request(holder, content, say.language(), request.getRemoteAddr())) {
      case StepUpAnswer.Sent(var attempt, var to) ->
          request.getSession().setAttribute(PENDING, new Pending(attempt, to, content, null));
      case StepUpAnswer.NoWay() -> problems.add("send", "confirmation.no-way");
      case StepUpAnswer.TooMany(var retryAt) ->
          problems.add("send", "code.too-many", say.moment(retryAt));
      case StepUpAnswer.Unavailable() -> problems.add("send", "unavailable");
    }
  }

  private static Optional<Pending> pending(HttpSession session) {
    return session.getAttribute(PENDING) instanceof Pending pending
        ? Optional.of(pending)
        : Optional.empty();
  }
}
