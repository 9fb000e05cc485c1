package io.onhook.counter;

import io.onhook.access.StaffPrincipal;
import io.onhook.branch.Office;
import io.onhook.branch.Service;
import io.onhook.branch.Ticket;
import io.onhook.branch.Window;
import io.onhook.branch.WindowAnswer;
import io.onhook.branch.Windows;
import io.onhook.web.Option;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sitting down at a window, having a break, and leaving. */
@Controller
@RequestMapping("/staff/counter/window")
class WindowController {
  private final Desk desk;
  private final Windows windows;
  private final MessageSource texts;

  WindowController(Desk desk, Windows windows, MessageSource texts) {
    this.desk = desk;
    this.windows = windows;
    this.texts = texts;
  }

  /** What a clerk typed. */
  record Fields(String office, String number, @Nullable List<String> services) {
    public List<String> ticked() {
      return services == null ? List.of() : services;
    }
  }

  @GetMapping
  String choose(
      @AuthenticationPrincipal StaffPrincipal staff,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    Optional<Window> mine = desk.window(staff);
    var fields =
        mine.map(
                it ->
                    new Fields(
                        it.office(),
                        String.valueOf(it.number()),
                        it.services().stream().map(Service::key).toList()))
            .orElseGet(
                () -> new Fields(desk.open(staff).map(Office::code).orElse(""), "", List.of()));
    return page(staff, mine, fields, Problems.NONE, say, model, locale);
  }

  @PostMapping
  String open(
      @AuthenticationPrincipal StaffPrincipal staff,
      @RequestParam(name = "office", defaultValue = "") String office,
      @RequestParam(name = "number", defaultValue = "") String number,
      @RequestParam(name = "services", required = false) @Nullable List<String> services,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale,
      RedirectAttributes next) {
    var fields = new Fields(office, number.strip(), services);
    var problems = new Problems();
    if (lang.isEmpty()) {
      if (!fields.number().matches("[0-9]{1,2}")) {
        problems.add("number", "window.missing");
      } else {
        WindowAnswer answer =
            windows.open(
                office,
                Integer.parseInt(fields.number()),
                staff.username(),
                Desk.services(fields.ticked()));
        switch (answer) {
          case WindowAnswer.Opened opened -> {
            next.addFlashAttribute("said", Said.of(answer));
            return "redirect:/staff/counter";
          }
          case WindowAnswer.TakenBy(var colleague) ->
              problems.add("number", "window.taken-by", colleague);
          case WindowAnswer.SitsAt(var where, int other) ->
              problems.add("number", "window.sits-at", String.valueOf(other));
          case WindowAnswer.NoSuchWindow() -> problems.add("number", "window.none");
        }
      }
    }
    return page(staff, desk.window(staff), fields, problems, say, model, locale);
  }

  @PostMapping("/rest")
  String rest(
      @AuthenticationPrincipal StaffPrincipal staff,
      @RequestParam("on-break") boolean onBreak,
      RedirectAttributes next) {
    boolean sits = windows.rest(staff.username(), onBreak);
    next.addFlashAttribute(
        "said", sits ? Said.done(onBreak ? "break" : "back") : Said.no("no-window"));
    return "redirect:/staff/counter";
  }

  @PostMapping("/close")
  String close(@AuthenticationPrincipal StaffPrincipal staff, RedirectAttributes next) {
    Optional<Ticket> left = windows.close(staff.username());
    next.addFlashAttribute(
        "said",
        left.map(ticket -> Said.no("not-finished", ticket.label()))
            .orElseGet(() -> Said.done("closed-window")));
    return left.isPresent() ? "redirect:/staff/counter" : "redirect:/staff/counter/window";
  }

  private String page(
      StaffPrincipal staff,
      Optional<Window> mine,
      Fields fields,
      Problems problems,
      Say say,
      Model model,
      Locale locale) {
    model.addAttribute("mine", mine.orElse(null));
    model.addAttribute("fields", fields);
    model.addAttribute("problems", problems);
    model.addAttribute(
        "offices",
        desk.offices(staff).stream()
            .map(
                it ->
                    new Option(
                        it.code(),
                        Desk.name(it, say),
                        texts.getMessage("counter.windows", new Object[] {it.windows()}, locale)))
            .toList());
    model.addAttribute(
        "services",
        Arrays.stream(Service.values())
            .map(
                service ->
                    new Option(
                        service.key(),
                        texts.getMessage("counter.service." + service.key(), null, locale),
                        null))
            .toList());
    return "counter/window";
  }
}
