package io.onhook.portal.track;

import io.onhook.access.PaperAnswer;
import io.onhook.access.PaperCodes;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.Cancellations;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Malformed;
import io.onhook.visit.PrintedCodes;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * A reference and the code from a printed receipt: enough to look at that one case, for a quarter
 * of an hour, and to change nothing. Whether a reference exists is not told.
 */
@Controller
@RequestMapping("/sign-in/reference/printed")
class PrintedCodeController {
  private static final String CASE = "printed-code.case";
  private static final String UNTIL = "printed-code.until";
  private static final Duration LASTS = Duration.ofMinutes(15);
  private static final String HERE = "redirect:/sign-in/reference/printed";

  private final PaperCodes papers;
  private final PrintedCodes codes;
  private final Cancellations cancellations;
  private final CasePage casePage;
  private final Clock clock;

  PrintedCodeController(
      PaperCodes papers,
      PrintedCodes codes,
      Cancellations cancellations,
      CasePage casePage,
      Clock clock) {
    this.papers = papers;
    this.codes = codes;
    this.cancellations = cancellations;
    this.casePage = casePage;
    this.clock = clock;
  }

  @GetMapping
  String ask(@RequestParam(name = "over", required = false) Optional<String> over, Model model) {
    model.addAttribute("over", over.isPresent());
    return page("", "", Problems.NONE, model);
  }

  @PostMapping
  String enter(
      @RequestParam(name = "reference", defaultValue = "") String reference,
      @RequestParam(name = "code", defaultValue = "") String code,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      Model model) {
    if (!lang.isEmpty()) {
      return page(reference, code, Problems.NONE, model);
    }
    var problems = new Problems();
    Optional<CaseReference> named = problems.read("reference", reference, CaseReference::typed);
    if (code.isBlank()) {
      problems.add("code", "printed-code.missing");
    }
    if (!problems.any()) {
      CaseReference known = named.orElseThrow();
      try {
        switch (papers.enter(
            known.text(), () -> codes.fits(known, code), request.getRemoteAddr())) {
          case PaperAnswer.Right() -> {
            admit(known, request);
            return HERE + "/case";
          }
          case PaperAnswer.Wrong() -> problems.add("code", "printed-code.wrong");
          case PaperAnswer.TooMany(var retryAt) ->
              problems.add("code", "code.too-many", say.moment(retryAt));
        }
      } catch (Malformed e) {
        problems.add("code", e.code());
      }
    }
    return page(reference, code, problems, model);
  }

  private void admit(CaseReference reference, HttpServletRequest request) {
    HttpSession session = request.getSession();
    request.changeSessionId();
    session.setAttribute(CASE, reference.text());
    session.setAttribute(UNTIL, clock.instant().plus(LASTS));
  }

  @GetMapping("/case")
  String look(
      @ModelAttribute("say") Say say, HttpServletRequest request, Model model, Locale locale) {
    Optional<CaseReference> reference = admitted(request.getSession(false));
    if (reference.isEmpty()) {
      return HERE + "?over";
    }
    CancellationView it =
        cancellations
            .find(reference.get(), Actor.SYSTEM)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    casePage.show(it, say, model, locale);
    return "portal/track/printed";
  }

  private Optional<CaseReference> admitted(@Nullable HttpSession session) {
    return session != null
            && session.getAttribute(CASE) instanceof String text
            && session.getAttribute(UNTIL) instanceof Instant until
            && clock.instant().isBefore(until)
        ? Optional.of(new CaseReference(text))
        : Optional.empty();
  }

  /** Who looked on somebody else's device leaves nothing there. */
  @PostMapping("/leave")
  String leave(HttpSession session) {
    session.removeAttribute(CASE);
    session.removeAttribute(UNTIL);
    return HERE;
  }

  private static String page(String reference, String code, Problems problems, Model model) {
    model.addAttribute("reference", reference);
    model.addAttribute("code", code);
    model.addAttribute("problems", problems);
    return "portal/track/printed-code";
  }
}
