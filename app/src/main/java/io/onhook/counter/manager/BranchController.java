package io.onhook.counter.manager;

import io.onhook.access.StaffPrincipal;
import io.onhook.branch.DayFigures;
import io.onhook.branch.Floor;
import io.onhook.branch.MoveAnswer;
import io.onhook.branch.Office;
import io.onhook.branch.Offices;
import io.onhook.branch.Service;
import io.onhook.branch.Ticket;
import io.onhook.branch.TicketState;
import io.onhook.branch.Turns;
import io.onhook.branch.WindowAnswer;
import io.onhook.branch.Windows;
import io.onhook.counter.OwnOffices;
import io.onhook.counter.Said;
import io.onhook.visit.Tills;
import io.onhook.web.Option;
import io.onhook.web.Say;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An office at a glance, and what its manager can change. */
@Controller
@RequestMapping("/staff/branch")
class BranchController {
  /** So many days back. */
  private static final int HISTORY = 30;

  private final Offices offices;
  private final OwnOffices own;
  private final Windows windows;
  private final Floor floor;
  private final Turns turns;
  private final Tills tills;
  private final MessageSource texts;

  BranchController(
      Offices offices,
      OwnOffices own,
      Windows windows,
      Floor floor,
      Turns turns,
      Tills tills,
      MessageSource texts) {
    this.offices = offices;
    this.own = own;
    this.windows = windows;
    this.floor = floor;
    this.turns = turns;
    this.tills = tills;
    this.texts = texts;
  }

  /** The manager's own office first: where they sit, else the first at which they may work. */
  @GetMapping
  String choose(@AuthenticationPrincipal StaffPrincipal staff, Model model) {
    Optional<Office> office =
        windows
            .of(staff.username())
            .flatMap(window -> offices.find(window.office()))
            .or(() -> own.of(staff).stream().findFirst());
    if (office.isEmpty()) {
      return "counter/manager/no-office";
    }
    return "redirect:/staff/branch/" + office.get().code();
  }

  @GetMapping("/{office}")
  String one(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("office") String code,
      @ModelAttribute("say") Say say,
      Model model,
      Locale locale) {
    Office office = office(code);
    LocalDate today = floor.today(office);
    live(office, model);
    List<DayFigures> days = floor.days(office, today.minusDays(HISTORY));
    List<DayFigures> hours = floor.hours(office);
    model.addAttribute(
        "offices",
        own.of(staff).stream()
            .map(it -> new Option(it.code(), say.text(it.name()), null))
            .toList());
    model.addAttribute(
        "now",
        days.stream().filter(it -> it.key().equals(today.toString())).findFirst().orElse(null));
    model.addAttribute("hours", hours);
    model.addAttribute("hoursChart", Chart.of(hours));
    model.addAttribute("byService", floor.services(office));
    model.addAttribute("days", days.reversed());
    model.addAttribute("daysChart", Chart.of(days));
    model.addAttribute(
        "tills", tills.of(office, today.minusDays(1).atStartOfDay(office.zone()).toInstant()));
    model.addAttribute(
        "services",
        Arrays.stream(Service.values())
            .filter(office.services()::contains)
            .map(
                it ->
                    new Option(
                        it.key(),
                        texts.getMessage("counter.service." + it.key(), null, locale),
                        null))
            .toList());
    return "counter/manager/branch";
  }

  /** The part of the page that moves by itself. */
  @GetMapping("/{office}/now")
  String now(@PathVariable("office") String code, Model model) {
    live(office(code), model);
    return "counter/manager/now :: now";
  }

  private void live(Office office, Model model) {
    List<Ticket> open = turns.open(office);
    model.addAttribute("office", office);
    List<Floor.Manned> manned = floor.windows(office);
    model.addAttribute("manned", manned);
    Set<Integer> taken =
        manned.stream().map(it -> it.window().number()).collect(Collectors.toSet());
    model.addAttribute(
        "free",
        IntStream.rangeClosed(1, office.windows())
            .filter(number -> !taken.contains(number))
            .boxed()
            .toList());
    model.addAttribute(
        "waiting", open.stream().filter(it -> it.state() == TicketState.WAITING).toList());
    model.addAttribute("held", open.stream().filter(it -> it.state() == TicketState.HELD).toList());
  }

  @PostMapping("/{office}/windows/{number}/services")
  String assign(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("office") String code,
      @PathVariable("number") int number,
      @RequestParam(name = "services", required = false) @Nullable List<String> services,
      RedirectAttributes next) {
    List<String> ticked = services == null ? List.of() : services;
    WindowAnswer answer =
        floor.assign(
            code,
            number,
            Arrays.stream(Service.values())
                .filter(it -> ticked.contains(it.key()))
                .collect(Collectors.toSet()),
            staff.actor());
    next.addFlashAttribute(
        "said",
        answer instanceof WindowAnswer.Opened
            ? Said.done("assigned", String.valueOf(number))
            : Said.no("not-assigned", String.valueOf(number)));
    return "redirect:/staff/branch/" + office(code).code();
  }

  @PostMapping("/{office}/windows/{number}/close")
  String close(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("office") String code,
      @PathVariable("number") int number,
      RedirectAttributes next) {
    Floor.Closed closed = floor.close(code, number, staff.actor());
    String window = String.valueOf(number);
    next.addFlashAttribute(
        "said",
        !closed.closed()
            ? Said.no("nobody-there", window)
            : closed
                .back()
                .map(ticket -> Said.done("closed-put-back", window, ticket.label()))
                .orElseGet(() -> Said.done("closed-for", window)));
    return "redirect:/staff/branch/" + office(code).code();
  }

  @PostMapping("/{office}/windows/{number}/move")
  String move(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("office") String code,
      @PathVariable("number") int number,
      @RequestParam(name = "to", defaultValue = "0") int to,
      RedirectAttributes next) {
    String from = String.valueOf(number);
    String there = String.valueOf(to);
    next.addFlashAttribute(
        "said",
        switch (floor.move(code, number, to, staff.actor())) {
          case MoveAnswer.Moved(var window) -> Said.done("moved", window.staff(), there);
          case MoveAnswer.NobodyThere() -> Said.no("nobody-there", from);
          case MoveAnswer.NoSuchWindow() -> Said.no("no-window-to-move-to", from);
          case MoveAnswer.Taken(var _) -> Said.no("move-taken", there);
          case MoveAnswer.Busy(var ticket) -> Said.no("move-busy", from, ticket.label());
        });
    return "redirect:/staff/branch/" + office(code).code();
  }

  /** For a spreadsheet: numbers and days only. */
  @GetMapping("/{office}/days.csv")
  ResponseEntity<String> export(@PathVariable("office") String code) {
    Office office = office(code);
    String rows =
        floor.days(office, floor.today(office).minusYears(1)).stream()
            .map(BranchController::row)
            .collect(Collectors.joining("\r\n"));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"branch-" + office.code() + ".csv\"")
        .body(
            "day,taken,served,no_shows,cancelled,sent_home,wait_p50_s,wait_p90_s,visit_p50_s,"
                + "visit_p90_s\r\n"
                + rows
                + "\r\n");
  }

  private static String row(DayFigures it) {
    return String.join(
        ",",
        it.key(),
        String.valueOf(it.taken()),
        String.valueOf(it.served()),
        String.valueOf(it.noShows()),
        String.valueOf(it.cancelled()),
        String.valueOf(it.sentHome()),
        it.waitHalf().map(wait -> String.valueOf(wait.toSeconds())).orElse(""),
        it.waitMost().map(wait -> String.valueOf(wait.toSeconds())).orElse(""),
        it.visitHalf().map(visit -> String.valueOf(visit.toSeconds())).orElse(""),
        it.visitMost().map(visit -> String.valueOf(visit.toSeconds())).orElse(""));
  }

  private Office office(String code) {
    return offices.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
