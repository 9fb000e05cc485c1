package io.onhook.lobby;

import io.onhook.branch.ArriveAnswer;
import io.onhook.branch.BookAnswer;
import io.onhook.branch.Booking;
import io.onhook.branch.Bookings;
import io.onhook.branch.Office;
import io.onhook.branch.TakeTicket;
import io.onhook.certificate.QrCode;
import io.onhook.web.Operator;
import io.onhook.web.Problems;
import io.onhook.web.Say;
import java.util.Optional;
import java.util.regex.Pattern;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A booked time's own page. Whoever has its address is its holder; all others find nothing. */
@Controller
@RequestMapping("/booking/{token}")
class BookingController {
  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");

  private final Bookings bookings;
  private final Calendar calendar;
  private final Showing showing;
  private final Operator operator;

  BookingController(Bookings bookings, Calendar calendar, Showing showing, Operator operator) {
    this.bookings = bookings;
    this.calendar = calendar;
    this.showing = showing;
    this.operator = operator;
  }

  @GetMapping
  String show(@PathVariable("token") String token, @ModelAttribute("say") Say say, Model model) {
    Booking booking = find(token);
    show(booking, say, model);
    model.addAttribute("qr", QrCode.of(operator.address("/booking/" + token).toString()));
    return "lobby/booking";
  }

  @GetMapping("/change")
  String another(
      @PathVariable("token") String token,
      @RequestParam(name = "day", defaultValue = "") String day,
      @ModelAttribute("say") Say say,
      Model model) {
    return change(find(token), day, new Problems(), say, model);
  }

  @PostMapping("/change")
  String change(
      @PathVariable("token") String token,
      @RequestParam(name = "day", defaultValue = "") String day,
      @RequestParam(name = "at", defaultValue = "") String at,
      @RequestParam(name = "lang", defaultValue = "") String lang,
      @ModelAttribute("say") Say say,
      RedirectAttributes next,
      Model model) {
    Booking booking = find(token);
    var problems = new Problems();
    var time = Calendar.time(at);
    if (!lang.isEmpty()) {
      return change(booking, day, problems, say, model);
    }
    if (time.isEmpty()) {
      return change(booking, day, problems.add("at", "at.missing"), say, model);
    }
    return switch (bookings.change(token, time.get())) {
      case BookAnswer.Booked(var changed) -> {
        next.addFlashAttribute("outcome", "changed");
        yield "redirect:/booking/" + token;
      }
      case BookAnswer.NotFree() ->
          change(booking, day, problems.add("at", "at.not-free"), say, model);
      case BookAnswer.NoSuchBooking(), BookAnswer.NoSuchOffice(), BookAnswer.NotServedHere() ->
          over(token, next);
      // A change takes no further one.
      case BookAnswer.TooMany(int most) -> over(token, next);
    };
  }

  private static String over(String token, RedirectAttributes next) {
    next.addFlashAttribute("outcome", "over");
    return "redirect:/booking/" + token;
  }

  private String change(Booking booking, String day, Problems problems, Say say, Model model) {
    show(booking, say, model);
    calendar.show(showing.office(booking.office()), day, say, model);
    model.addAttribute("problems", problems);
    return "lobby/rebook";
  }

  @PostMapping("/cancel")
  String cancel(@PathVariable("token") String token, RedirectAttributes next) {
    next.addFlashAttribute("outcome", bookings.cancel(find(token).token()) ? "cancelled" : "over");
    return "redirect:/booking/" + token;
  }

  /** They are there: from here on it is a ticket like any other, which goes first at its time. */
  @PostMapping("/here")
  String here(@PathVariable("token") String token, RedirectAttributes next) {
    return switch (bookings.arrive(find(token).token(), TakeTicket.Source.WEB)) {
      case ArriveAnswer.Here(var ticket) -> "redirect:/ticket/" + ticket.token();
      case ArriveAnswer.TooEarly(var from) -> {
        next.addFlashAttribute("outcome", "too-early");
        yield "redirect:/booking/" + token;
      }
      case ArriveAnswer.Over() -> {
        next.addFlashAttribute("outcome", "over");
        yield "redirect:/booking/" + token;
      }
      case ArriveAnswer.NoSuchBooking() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private void show(Booking booking, Say say, Model model) {
    Office office = showing.office(booking.office());
    model.addAttribute("it", showing.page(office, say));
    model.addAttribute("token", booking.token());
    model.addAttribute("state", booking.state().key());
    model.addAttribute("service", booking.service().key());
    model.addAttribute("when", new Say(say.language(), office.zone()).moment(booking.startsAt()));
    model.addAttribute("reference", booking.carries().map(Object::toString).orElse(""));
  }

  private Booking find(String token) {
    return Optional.of(token)
        .filter(TOKEN.asMatchPredicate())
        .flatMap(bookings::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
