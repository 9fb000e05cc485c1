package io.onhook.demo;

import io.onhook.access.DemoAccounts;
import io.onhook.access.HolderPrincipal;
import io.onhook.access.Role;
import io.onhook.access.SignInWay;
import io.onhook.access.StaffAccounts;
import io.onhook.access.StaffAnswer;
import io.onhook.clock.ClockKeeper;
import io.onhook.demo.history.History;
import io.onhook.line.Line;
import io.onhook.web.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Role cards that sign in with a click, the clock, both sides, and a power cut. */
@Controller
@Profile("sandbox")
@RequestMapping("/demo")
class DemoController {
  private static final List<Role> STAFF =
      List.of(
          Role.REVIEWER,
          Role.OPERATIONS,
          Role.CLERK,
          Role.BRANCH_MANAGER,
          Role.HOTLINE,
          Role.AUDITOR);

  private final TwoSides sides;
  private final BankDesk bank;
  private final Renaming renaming;
  private final StaffAccounts staff;
  private final Sessions sessions;
  private final ClockKeeper keeper;
  private final PowerCut power;
  private final History history;
  private final Clock clock;
  private final URI operator;

  DemoController(
      TwoSides sides,
      BankDesk bank,
      Renaming renaming,
      StaffAccounts staff,
      Sessions sessions,
      ClockKeeper keeper,
      PowerCut power,
      History history,
      Clock clock,
      @Value("${onhook.sandbox.operator}") URI operator) {
    this.sides = sides;
    this.bank = bank;
    this.renaming = renaming;
    this.staff = staff;
    this.sessions = sessions;
    this.keeper = keeper;
    this.power = power;
    this.history = history;
    this.clock = clock;
    this.operator = operator;
  }

  @GetMapping
  String visit(Model model) {
    History.Progress progress = history.progress();
    if (!progress.done()) {
      model.addAttribute("progress", progress);
      return "demo/history/writing";
    }
    model.addAttribute("guests", Guest.values());
    model.addAttribute("roles", STAFF.stream().map(Role::key).toList());
    model.addAttribute("sides", sides.all());
    bank.show(model);
    renaming.show(model);
    model.addAttribute("now", clock.instant());
    model.addAttribute("inbox", operator.resolve("/inbox"));
    return "demo/visit";
  }

  @PostMapping("/holder")
  String holder(
      @RequestParam("as") Guest guest, HttpServletRequest request, HttpServletResponse response) {
    Line line =
        sides
            .line(guest)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    var holder =
        new HolderPrincipal(
            line.holder().partyId(),
            line.id().value(),
            SignInWay.LINE,
            UUID.randomUUID().toString(),
            clock.instant());
    sessions.begin(holder, request, response);
    return "redirect:/line";
  }

  @PostMapping("/staff")
  String staff(
      @RequestParam("as") Role role, HttpServletRequest request, HttpServletResponse response) {
    return switch (staff.signIn(role.key(), DemoAccounts.PASSWORD, request.getRemoteAddr())) {
      case StaffAnswer.SignedIn(var someone) -> {
        sessions.begin(someone, request, response);
        yield "redirect:/staff";
      }
      case StaffAnswer.Refused() -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
      case StaffAnswer.TooMany(var retryAt) ->
          throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  /** Forward only: what has been promised must not come to lie in the past again. */
  @PostMapping("/clock")
  String clock(@RequestParam("days") int days) {
    if (days < 1 || days > 90) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "days is from 1 to 90");
    }
    // Until then the history leads the clock.
    if (history.progress().done()) {
      keeper.advance(Duration.ofDays(days));
    }
    return "redirect:/demo";
  }

  @PostMapping("/power-cut")
  String cut(Model model) {
    return power.cut("power-cut", model);
  }
}
