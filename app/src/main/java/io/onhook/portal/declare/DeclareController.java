package io.onhook.portal.declare;

import io.onhook.access.OpenForms;
import io.onhook.cancellation.CancellationRefusal.WrongField;
import io.onhook.cancellation.Declarations;
import io.onhook.cancellation.DeclareAnswer;
import io.onhook.cancellation.Declared;
import io.onhook.policy.Packs;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The pages behind "Verträge hier kündigen" (BGB § 312k), "résilier votre contrat" (Code de la
 * consommation, art. L. 215-1-1) and the EU's "withdraw from contract here". Nobody signs in,
 * nothing is kept in a session: the answer to the last button is the confirmation itself.
 */
@Controller
@RequestMapping({OpenPage.CANCEL, OpenPage.WITHDRAW})
class DeclareController {
  private static final String FORM = "portal/declare/declaration";

  private final Declarations declarations;
  private final OpenForms openForms;
  private final Packs packs;
  private final MessageSource texts;

  DeclareController(
      Declarations declarations, OpenForms openForms, Packs packs, MessageSource texts) {
    this.declarations = declarations;
    this.openForms = openForms;
    this.packs = packs;
    this.texts = texts;
  }

  @GetMapping
  String show(HttpServletRequest request, Model model, Locale locale) {
    var fields = DeclareFields.empty(UUID.randomUUID().toString());
    return form(page(request), fields, Problems.NONE, model, locale);
  }

  /** The language was switched: the same page, with what was typed. */
  @PostMapping(params = "lang")
  String again(
      @ModelAttribute("fields") DeclareFields fields,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    return form(page(request), fields, Problems.NONE, model, locale);
  }

  @PostMapping(params = "!lang")
  String declare(
      @ModelAttribute("fields") DeclareFields fields,
      @RequestParam(name = "step", defaultValue = "") String step,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    OpenPage page = page(request);
    var problems = new Problems();
    Declared declared = fields.declared(page, problems, say, this::text, locale);
    declarations.missing(declared).forEach(wrong -> add(problems, wrong));
    if (problems.any() || step.equals("change")) {
      return form(page, fields, step.equals("change") ? Problems.NONE : problems, model, locale);
    }
    if (page.recap() && !step.equals("send")) {
      return shown(page, "recap", fields, declared, model);
    }
    Optional<Instant> later = openForms.take(request.getRemoteAddr(), declared.email());
    if (later.isPresent()) {
      problems.add("email", "code.too-many", say.moment(later.get()));
      return form(page, fields, problems, model, locale);
    }
    return switch (declarations.declare(declared, fields.key())) {
      case DeclareAnswer.Received received -> {
        model.addAttribute("received", received);
        yield shown(page, "received", fields, received.declared(), model);
      }
      case DeclareAnswer.Incomplete(var missing) -> {
        missing.forEach(wrong -> add(problems, wrong));
        yield form(page, fields, problems, model, locale);
      }
    };
  }

  /** The declaration with date and time, to be kept: BGB § 312k (3). */
  @PostMapping("/copy")
  ResponseEntity<String> copy(
      @ModelAttribute("fields") DeclareFields fields,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      Locale locale) {
    OpenPage page = page(request);
    Declared declared = fields.declared(page, new Problems(), say, this::text, locale);
    DeclareAnswer.Received received =
        declarations
            .received(declared, fields.key())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(received.reference().text() + ".txt")
                .build()
                .toString())
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(written(page, received, say, locale));
  }

  private String written(OpenPage page, DeclareAnswer.Received received, Say say, Locale locale) {
    var lines = new StringBuilder();
    line(lines, text("declare.reference", locale), received.reference().text());
    line(lines, text("declare.received-at", locale), say.moment(received.receivedAt()));
    for (DeclareFields.Row row : DeclareFields.rows(page, received.declared())) {
      line(lines, text("declare.field." + row.field(), locale), row.value());
    }
    line(lines, text("declare.declaration", locale), say.text(page.declaration()));
    return lines.toString();
  }

  private static void line(StringBuilder lines, String name, String value) {
    lines.append(name).append(": ").append(value).append("\r\n");
  }

  private OpenPage page(HttpServletRequest request) {
    String path =
        request.getRequestURI().startsWith(OpenPage.WITHDRAW) ? OpenPage.WITHDRAW : OpenPage.CANCEL;
    return OpenPage.at(path, packs.current())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String form(
      OpenPage page, DeclareFields fields, Problems problems, Model model, Locale locale) {
    model.addAttribute("problems", problems);
    model.addAttribute(
        "kinds",
        List.of(
            new Option("ordinary", text("declare.kind.ordinary", locale), null),
            new Option("extraordinary", text("declare.kind.extraordinary", locale), null)));
    return common(page, FORM, fields, model);
  }

  private static String shown(
      OpenPage page, String template, DeclareFields fields, Declared declared, Model model) {
    model.addAttribute("rows", DeclareFields.rows(page, declared));
    return common(page, "portal/declare/" + template, fields, model);
  }

  private static String common(OpenPage page, String template, DeclareFields fields, Model model) {
    model.addAttribute("open", page);
    model.addAttribute("fields", fields);
    model.addAttribute("asked", DeclareFields.asked(page));
    return template;
  }

  private String text(String key, Locale locale) {
    return texts.getMessage(key, null, locale);
  }

  private static void add(Problems problems, WrongField wrong) {
    problems.add(wrong.field(), wrong.code());
  }
}
