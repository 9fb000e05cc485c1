package io.onhook.portal.report;

import io.onhook.access.OpenForms;
import io.onhook.cancellation.ReportAnswer;
import io.onhook.cancellation.Reported;
import io.onhook.cancellation.Reports;
import io.onhook.policy.Acting;
import io.onhook.policy.Packs;
import io.onhook.portal.Guide;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * "I use the line, but am not its holder" and "I never opened this line". Nobody signs in, and
 * nothing of any line is told: the answer is the same whether there is such a number or not.
 */
@Controller
@RequestMapping({ReportController.NOT_HOLDER, ReportController.NEVER_OPENED})
class ReportController {
  static final String NOT_HOLDER = "/not-holder";
  static final String NEVER_OPENED = "/never-opened";

  private final Reports reports;
  private final OpenForms openForms;
  private final Packs packs;

  ReportController(Reports reports, OpenForms openForms, Packs packs) {
    this.reports = reports;
    this.openForms = openForms;
    this.packs = packs;
  }

  @GetMapping
  String show(HttpServletRequest request, @ModelAttribute("say") Say say, Model model) {
    var fields = ReportFields.empty(UUID.randomUUID().toString());
    return form(kind(request), fields, Problems.NONE, say, model);
  }

  /** The language was switched: the same page, with what was typed. */
  @PostMapping(params = "lang")
  String again(
      @ModelAttribute("fields") ReportFields fields,
      HttpServletRequest request,
      @ModelAttribute("say") Say say,
      Model model) {
    return form(kind(request), fields, Problems.NONE, say, model);
  }

  @PostMapping(params = "!lang")
  String send(
      @ModelAttribute("fields") ReportFields fields,
      HttpServletRequest request,
      @ModelAttribute("say") Say say,
      Model model) {
    Reported reported = fields.reported(kind(request), say.language());
    var problems = new Problems();
    reports.wrong(reported).forEach(wrong -> problems.add(wrong.field(), wrong.code()));
    if (!problems.any()) {
      Optional<Instant> later = openForms.take(request.getRemoteAddr(), reported.email());
      later.ifPresent(at -> problems.add("email", "code.too-many", say.moment(at)));
    }
    if (problems.any()) {
      return form(reported.kind(), fields, problems, say, model);
    }
    return switch (reports.take(reported, fields.key())) {
      case ReportAnswer.Received received -> {
        model.addAttribute("received", received);
        model.addAttribute("email", reported.email());
        yield "portal/report/received";
      }
      case ReportAnswer.Incomplete(var wrong) -> {
        wrong.forEach(each -> problems.add(each.field(), each.code()));
        yield form(reported.kind(), fields, problems, say, model);
      }
    };
  }

  private static Reported.Kind kind(HttpServletRequest request) {
    return request.getRequestURI().startsWith(NEVER_OPENED)
        ? Reported.Kind.NEVER_OPENED
        : Reported.Kind.NOT_HOLDER;
  }

  private String form(
      Reported.Kind kind, ReportFields fields, Problems problems, Say say, Model model) {
    model.addAttribute("fields", fields);
    model.addAttribute("problems", problems);
    model.addAttribute("kind", kind.key());
    Guide guide = Guide.of(packs.current(), say);
    String agent = Acting.AGENT.name().toLowerCase(Locale.ROOT);
    model.addAttribute(
        "agent",
        guide.roles().stream().filter(role -> role.key().equals(agent)).findAny().orElse(null));
    model.addAttribute("ways", guide.ways());
    return "portal/report/" + kind.key();
  }
}
