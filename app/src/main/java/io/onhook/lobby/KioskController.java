package io.onhook.lobby;

import io.onhook.branch.ArriveAnswer;
import io.onhook.branch.Bookings;
import io.onhook.branch.Hall;
import io.onhook.branch.Office;
import io.onhook.branch.Service;
import io.onhook.branch.TakeAnswer;
import io.onhook.branch.TakeTicket;
import io.onhook.branch.Ticket;
import io.onhook.branch.Tickets;
import io.onhook.branch.Turns;
import io.onhook.certificate.QrCode;
import io.onhook.web.Operator;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The kiosk at the door: one big button a service, or what somebody brings along (a reference, a
 * booked time, a mobile number). After a while it goes back to its first page by itself.
 */
@Controller
@RequestMapping("/kiosk/{office}")
class KioskController {
  private final Showing showing;
  private final Tickets tickets;
  private final Bookings bookings;
  private final Turns turns;
  private final ScreenDoor door;
  private final Contact contacts;
  private final Operator operator;
  private final Clock clock;

  KioskController(
      Showing showing,
      Tickets tickets,
      Bookings bookings,
      Turns turns,
      ScreenDoor door,
      Contact contacts,
      Operator operator,
      Clock clock) {
    this.showing = showing;
    this.tickets = tickets;
    this.bookings = bookings;
    this.turns = turns;
    this.door = door;
    this.contacts = contacts;
    this.operator = operator;
    this.clock = clock;
  }

  @GetMapping
  String first(
      @PathVariable("office") String code,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Office office = showing.office(code);
    return door.admits(request)
        ? page(office, "", new Problems(), say, model)
        : ScreenController.locked(office.code(), "kiosk", door, model, response);
  }

  /** The part of the first page that moves: how long one waits. */
  @GetMapping("/waits")
  String waits(@PathVariable("office") String code, @ModelAttribute("say") Say say, Model model) {
    model.addAttribute("it", showing.page(showing.office(code), say));
    return "lobby/kiosk-waits :: waits";
  }

  @PostMapping
  String take(
      @PathVariable("office") String code,
      @RequestParam(name = "service", defaultValue = "") String typed,
      @RequestParam(name = "priority", defaultValue = "") String priority,
      @RequestParam(name = "entry", defaultValue = "") String entry,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Office office = showing.office(code);
    if (!door.admits(request)) {
      return ScreenController.locked(office.code(), "kiosk", door, model, response);
    }
    var problems = new Problems();
    Brought brought = entry.isBlank() ? new Brought.Nothing() : Brought.of(entry, contacts);
    if (brought instanceof Brought.Taken(var token)) {
      return "redirect:/kiosk/" + office.code() + "/" + token;
    }
    if (brought instanceof Brought.Booked(var token)) {
      return arrived(office, token, entry, say, model);
    }
    if (brought instanceof Brought.Wrong) {
      problems.add("entry", "entry.form");
      return page(office, entry, problems, say, model);
    }
    Optional<Service> service =
        Arrays.stream(Service.values())
            .filter(it -> it.key().equals(typed) && office.services().contains(it))
            .findFirst();
    if (service.isEmpty()) {
      // What somebody brought says who they are, not what they come for.
      model.addAttribute("asks", true);
      return page(office, entry, problems, say, model);
    }
    TakeAnswer answer =
        tickets.take(
            new TakeTicket(
                office.code(),
                service.get(),
                TakeTicket.Source.KIOSK,
                say.language(),
                !priority.isEmpty(),
                brought instanceof Brought.Case(var reference)
                    ? Optional.of(reference)
                    : Optional.empty(),
                null,
                null));
    return switch (answer) {
      case TakeAnswer.Taken(var ticket) -> {
        if (brought instanceof Brought.Mobile(var reach)) {
          tickets.tellNear(ticket, reach.channel(), reach.address());
        }
        yield "redirect:/kiosk/" + office.code() + "/" + ticket.token();
      }
      // Whoever types a reference may not be who took that ticket: its page is not given away.
      case TakeAnswer.HasOne(var ticket) -> {
        problems.add("entry", "entry.has-one", ticket.label());
        yield page(office, "", problems, say, model);
      }
      case TakeAnswer.Closed(var opens) -> {
        problems.add("service", "office.closed");
        yield page(office, entry, problems, say, model);
      }
      case TakeAnswer.TooMany(int most) -> throw new IllegalStateException("Not at the office");
      case TakeAnswer.NotServedHere(), TakeAnswer.NoSuchOffice() ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private String arrived(Office office, String token, String entry, Say say, Model model) {
    var problems = new Problems();
    boolean here = bookings.find(token).filter(it -> it.office().equals(office.code())).isPresent();
    switch (here
        ? bookings.arrive(token, TakeTicket.Source.KIOSK)
        : new ArriveAnswer.NoSuchBooking()) {
      case ArriveAnswer.Here(var ticket) -> {
        return "redirect:/kiosk/" + office.code() + "/" + ticket.token();
      }
      case ArriveAnswer.TooEarly(var from) ->
          problems.add(
              "entry",
              "booking.too-early",
              OfficePage.opening(
                  office.local(from), office.dayOf(clock.instant()), say.language()));
      case ArriveAnswer.Over() -> problems.add("entry", "booking.over");
      case ArriveAnswer.NoSuchBooking() -> problems.add("entry", "booking.unknown");
    }
    return page(office, entry, problems, say, model);
  }

  /** The ticket, shown large and printed. */
  @GetMapping("/{token}")
  String ticket(
      @PathVariable("office") String code,
      @PathVariable("token") String token,
      @ModelAttribute("say") Say say,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Hall hall = showing.hall(code);
    if (!door.admits(request)) {
      return ScreenController.locked(hall.office().code(), "kiosk", door, model, response);
    }
    @Nullable Ticket ticket =
        tickets.find(token).filter(it -> it.office().equals(hall.office().code())).orElse(null);
    if (ticket == null) {
      return "redirect:/kiosk/" + hall.office().code();
    }
    String link = operator.address("/ticket/" + ticket.token()).toString();
    model.addAttribute("it", showing.page(hall.office(), say));
    model.addAttribute("ticket", TicketController.view(ticket, turns.of(ticket.token())));
    model.addAttribute(
        "takenAt", new Say(say.language(), hall.office().zone()).moment(ticket.takenAt()));
    model.addAttribute("qr", QrCode.of(link));
    return "lobby/kiosk-ticket";
  }

  private String page(Office office, String entry, Problems problems, Say say, Model model) {
    model.addAttribute("it", showing.page(office, say));
    model.addAttribute("entry", entry);
    model.addAttribute("problems", problems);
    model.asMap().putIfAbsent("asks", false);
    return "lobby/kiosk";
  }
}
